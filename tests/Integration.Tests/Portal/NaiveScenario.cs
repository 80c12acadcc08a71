using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.Tests.ConditionalAccess;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>A scenario of the playbook's file for people as the sample tenant counts them, judged by the plain evaluator that the rules are tested with.</summary>
internal static class NaiveScenario
{
    private static readonly JsonElement Apps = JsonElement.Parse(File.ReadAllText(Sources.File("src", "MeshReadiness.Playbooks", "Packs", "conditional-access-apps.json")));

    private static readonly string[] Properties =
    [
        "deviceOwnership", "isCompliant", "manufacturer", "mdmAppId", "model", "operatingSystem", "operatingSystemVersion", "profileType", "systemLabels", "trustType",
        .. Enumerable.Range(1, 15).Select(number => $"extensionAttribute{number}"),
    ];

    private static readonly Dictionary<string, string> Known = [];

    public static string Outcome(JsonElement scenario, JsonElement person, JsonElement policies)
    {
        var place = person.GetProperty("policies");
        var key = $"{scenario.Text("id")} {person.Text("userType")} {place} {policies.GetRawText().GetHashCode(StringComparison.Ordinal)}";

        lock (Known)
        {
            if (!Known.TryGetValue(key, out var outcome))
            {
                Known[key] = outcome = new NaiveSignIn(SignIn(scenario, person, place), Group("Office365"), Group("MicrosoftAdminPortals"))
                    .Outcome(policies.GetProperty("value").EnumerateArray());
            }

            return outcome;
        }
    }

    /// <summary>A person as Graph lists them, with their place in what policies name.</summary>
    /// <param name="user">The person.</param>
    /// <param name="members">The tenant's own arithmetic of who is in what policies name.</param>
    public static JsonElement Person(JsonElement user, JsonElement members)
    {
        var id = user.Text("id")!;
        string[] In(string list, string name, string people) => [.. members.GetProperty(list).EnumerateArray()
            .Where(one => one.GetProperty(people).EnumerateArray().Any(member => member.GetString() == id)).Select(one => one.Text(name)!)];

        return JsonSerializer.SerializeToElement(new
        {
            userType = user.Text("userType")?.ToUpperInvariant() switch { "GUEST" => "Guest", "MEMBER" => "Member", _ => null },
            policies = new { groups = In("groups", "id", "members"), roles = In("roles", "templateId", "tenantWideHolders"), id },
        });
    }

    /// <summary>The ways in which a device is tried, each as a scenario with this device, as Graph lists it, in the assumed one's place.</summary>
    public static IEnumerable<JsonElement> With(JsonElement device, JsonElement scenarios)
    {
        var isHeadset = device.Text("manufacturer") is "Oculus" or "Meta" || device.Text("model")?.Contains("Quest", StringComparison.Ordinal) is true;
        var properties = new JsonObject();

        foreach (var name in Properties.Append("deviceId").Append("displayName").Append("enrollmentProfileName").Append("physicalIds"))
        {
            var holder = name.StartsWith("extension", StringComparison.Ordinal) ? device.GetProperty("extensionAttributes") : device;
            properties[name] = holder.TryGetProperty(name, out var value) && (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() > 0) ? JsonNode.Parse(value.GetRawText()) : null;
        }

        foreach (var scenario in scenarios.EnumerateArray().Where(one => one.Text("for") is "members" && IsOfAHeadset(one) == isHeadset && (isHeadset || device.Text("operatingSystem") is "Windows"))
            .DistinctBy(one => one.GetProperty("signIn").GetProperty("resource").GetRawText() + one.GetProperty("signIn").Text("clientAppType")))
        {
            var tried = JsonNode.Parse(scenario.GetRawText())!;
            tried["id"] = $"{scenario.Text("id")} on {device.Text("id")}";
            tried["signIn"]!["device"] = new JsonObject
            {
                ["platform"] = tried["signIn"]!["device"]!["platform"]!.DeepClone(), ["registered"] = true, ["managed"] = device.GetProperty("isManaged").ValueKind is JsonValueKind.True,
                ["compliant"] = JsonNode.Parse(device.GetProperty("isCompliant").GetRawText()), ["properties"] = properties.DeepClone(),
            };
            yield return JsonElement.Parse(tried.ToJsonString());
        }
    }

    private static bool IsOfAHeadset(JsonElement scenario) => scenario.Text("id")!.StartsWith("quest-", StringComparison.Ordinal);

    // What the scenario leaves out is the plainest case.
    private static JsonElement SignIn(JsonElement scenario, JsonElement person, JsonElement place)
    {
        var signIn = JsonNode.Parse(scenario.GetProperty("signIn").GetRawText())!.AsObject();
        var properties = signIn["device"]!["properties"]!.AsObject();

        foreach (var name in Properties.Where(name => !properties.ContainsKey(name)))
        {
            properties[name] = null;
        }

        signIn["location"] = new JsonObject { ["namedLocationIds"] = new JsonArray(), ["trusted"] = false };

        foreach (var name in new[] { "signInRisk", "userRisk", "insiderRisk", "authenticationFlow" })
        {
            signIn[name] = "none";
        }

        signIn["satisfied"] = new JsonArray();
        signIn["authenticationStrengthIds"] = new JsonArray();
        signIn["user"] = User(person, place);
        return JsonElement.Parse(signIn.ToJsonString());
    }

    private static JsonObject User(JsonElement person, JsonElement place)
    {
        var user = new JsonObject
        {
            ["id"] = place.Text("id") ?? "somebody",
            ["groupIds"] = JsonNode.Parse(place.GetProperty("groups").GetRawText()),
            ["roleTemplateIds"] = JsonNode.Parse(place.GetProperty("roles").GetRawText()),
        };

        // Of whom the directory doesn't say whether they are guests, nothing of the sort is known.
        if (person.Text("userType") is { } type)
        {
            user["userType"] = type is "Guest" ? "guest" : "member";
            user["externalUserType"] = null;
            user["homeTenantId"] = null;
        }

        return user;
    }

    private static HashSet<string> Group(string name) => [.. Apps.GetProperty("groups").EnumerateArray().Single(group => group.Text("name") == name)
        .GetProperty("apps").EnumerateArray().Select(app => app.Text("id")!)];
}
