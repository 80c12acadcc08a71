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
