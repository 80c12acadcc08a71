using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>
/// Judges a sign-in straight from the JSON of policies and scenario, in plain words "yes", "no" and "unknown" and numbers for
/// pass (0), prompt (1) and block (2). It shares the filter's evaluator, which has a second one of its own, and nothing else.
/// </summary>
internal sealed class NaiveSignIn(JsonElement scenario, IReadOnlySet<string> office, IReadOnlySet<string> portals)
{
    private const string Yes = "yes", No = "no", Unknown = "unknown";

    public string Outcome(IEnumerable<JsonElement> policies)
    {
        var (best, worst) = (0, 0);

        foreach (var policy in policies.Where(policy => Text(policy, "state") is "enabled"))
        {
            var (low, high) = Demands(At(policy, "grantControls"));

            (low, high) = Applies(policy) switch { No => (0, 0), Yes => (low, high), _ => (0, high) };
            (best, worst) = (Math.Max(best, low), Math.Max(worst, high));
        }

        return best != worst ? Unknown : new[] { "allowed", "blockedUnlessControlsMet", "blocked" }[best];
    }

    public string Applies(JsonElement policy)
    {
        if (Text(policy, "state") is "disabled")
        {
            return No;
        }

        var conditions = At(policy, "conditions");
        return All(
            At(conditions, "clientApplications").ValueKind is JsonValueKind.Object ? No : Yes,
            Users(At(conditions, "users")),
            Resources(At(conditions, "applications")),
            List(conditions, "clientAppTypes") is var types && (types.Count == 0 || Has(types, "all")) ? Yes : OneOf(types, Fact("clientAppType")),
            Platforms(At(conditions, "platforms")),
            Places(At(conditions, "locations")),
            Filter(At(conditions, "devices", "deviceFilter")),
            Level(List(conditions, "signInRiskLevels"), "signInRisk"),
            Level(List(conditions, "userRiskLevels"), "userRisk"),
            Level(Split(conditions, "insiderRiskLevels"), "insiderRisk"),
            Split(At(conditions, "authenticationFlows"), "transferMethods") is { Count: > 0 } flows ? OneOf(flows, Fact("authenticationFlow")) : Yes);
    }

    private (int, int) Demands(JsonElement grant)
    {
        if (grant.ValueKind is not JsonValueKind.Object)
        {
            return (0, 0);
        }

        List<(int Low, int High)> levels =
        [
            .. List(grant, "builtInControls").Select(Control),
            .. At(grant, "authenticationStrength", "id") is { ValueKind: JsonValueKind.String } strength
                ? [Met(All(Strength(strength.GetString()!), Counts("mfa")), 1)]
                : Array.Empty<(int, int)>(),
            .. List(grant, "termsOfUse").Select(id => Met(Contains("satisfied", "termsOfUse:" + id), 1)),
            .. List(grant, "customAuthenticationFactors").Select(id => Met(Contains("satisfied", "custom:" + id), 1)),
        ];
        return levels.Count == 0 ? (0, 0)
            : Text(grant, "operator") is "OR" ? (levels.Min(level => level.Low), levels.Min(level => level.High))
            : (levels.Max(level => level.Low), levels.Max(level => level.High));
    }

    // Their own list decides; they may stand among the other controls as well.
    private string Strength(string id) =>
        Contains("satisfied", "authenticationStrength:" + id) is Yes ? Yes : Contains("authenticationStrengthIds", id);

    private (int, int) Control(string control) => control switch
    {
        "block" => (2, 2),
        "mfa" => Met(All(Contains("satisfied", "mfa"), Counts("mfa")), 1),
        "passwordChange" or "riskRemediation" => Met(Contains("satisfied", control), 1),
        "compliantDevice" => Met(All(Registered, Flag(At(scenario, "device"), "compliant"), Opposite(ByCode), Counts("compliantDevice")), 2),
        "domainJoinedDevice" => Met(All(Registered, Joined, Opposite(ByCode), Counts("hybridJoinedDevice")), 2),
        _ => Met(All(Contains("satisfied", control), Opposite(External), Opposite(ForMesh)), 2),
    };

    private static (int, int) Met(string answer, int otherwise) => answer switch { Yes => (0, 0), No => (otherwise, otherwise), _ => (0, otherwise) };

    private string Registered => Flag(At(scenario, "device"), "registered");

    private string Joined => At(scenario, "device") is var device && device.ValueKind is JsonValueKind.Null ? No
        : At(device, "properties") is var properties && properties.ValueKind is JsonValueKind.Null ? No
        : At(properties, "trustType") switch
        {
            { ValueKind: JsonValueKind.Undefined } => Unknown,
            { ValueKind: JsonValueKind.String } trust => trust.GetString() is "ServerAD" ? Yes : No,
            _ => No,
        };

    private string ByCode => OneOf(["deviceCodeFlow"], Fact("authenticationFlow"));

    private string ForMesh => Asked() switch { null => Unknown, ("app", MeshNames.ServicesAppId) => Yes, _ => No };

    // What is done at home counts for the organisation's own people, and for others where it is trusted.
    private string Counts(string trust) => Any(Opposite(External), Flag(At(scenario, "crossTenantTrust"), trust));

    private string External => Fact("user", "externalUserType") switch
    {
        (true, { } type) => type is "internalGuest" ? No : Yes,
        (true, null) when Fact("user", "userType") is (true, not "guest") => No,
        _ => Unknown,
    };

    private string Users(JsonElement users) => All(
        Any([.. Words(users, "includeUsers"), .. Groups(users, "includeGroups", "groupIds"), .. Groups(users, "includeRoles", "roleTemplateIds"), Guests(At(users, "includeGuestsOrExternalUsers"))]),
        Opposite(Any([.. Words(users, "excludeUsers"), .. Groups(users, "excludeGroups", "groupIds"), .. Groups(users, "excludeRoles", "roleTemplateIds"), Guests(At(users, "excludeGuestsOrExternalUsers"))])));

    private IEnumerable<string> Words(JsonElement users, string name) => List(users, name).Select(word => word switch
    {
        "All" => Yes,
        "None" => No,
        "GuestsOrExternalUsers" => Any(
            Fact("user", "userType") switch { (true, "guest") => Yes, (true, _) => No, _ => Unknown },
            Fact("user", "externalUserType") switch { (true, null) => No, (true, _) => Yes, _ => Unknown }),
        _ => OneOf([word], Fact("user", "id")),
    });

    private IEnumerable<string> Groups(JsonElement users, string name, string fact) => List(users, name).Select(id => Contains(id, "user", fact));

    private string Guests(JsonElement guests)
    {
        if (guests.ValueKind is not JsonValueKind.Object)
        {
            return No;
        }

        var types = Split(guests, "guestOrExternalUserTypes");
        var tenants = Text(At(guests, "externalTenants"), "membershipKind") is "enumerated" ? List(At(guests, "externalTenants"), "members") : null;

        if (types.Count == 0 || tenants is { Count: 0 })
        {
            return No;
        }

        var kind = Fact("user", "externalUserType");
        var fits = kind switch
        {
            (true, { } type) => Has(types, type) ? Yes : No,
            (true, null) when Fact("user", "userType") is (true, not "guest") => No,
            _ => Unknown,
        };
        return All(fits, tenants is null || kind is (true, "internalGuest") ? Yes : OneOf(tenants, Fact("user", "homeTenantId")));
    }

    private string Resources(JsonElement applications)
    {
        if (Asked() is not { } asked)
        {
            return Unknown;
        }

        if (asked.Kind is not "app")
        {
            return Has(List(applications, asked.Kind is "action" ? "includeUserActions" : "includeAuthenticationContextClassReferences"), asked.Value) ? Yes : No;
        }

        bool Named(string list) => List(applications, list).Exists(entry =>
            entry == "All" || entry == asked.Value || (entry == "Office365" && office.Contains(asked.Value)) || (entry == "MicrosoftAdminPortals" && portals.Contains(asked.Value)));
        return Named("excludeApplications") || !Named("includeApplications") ? No : Yes;
    }

    private (string Kind, string Value)? Asked() => Fact("resource", "appId") is (true, { } app) ? ("app", app)
        : Fact("resource", "userAction") is (true, { } action) ? ("action", action)
        : Fact("resource", "authenticationContext") is (true, { } context) ? ("context", context)
        : null;

    private string Platforms(JsonElement platforms)
    {
        var (include, exclude) = (List(platforms, "includePlatforms"), List(platforms, "excludePlatforms"));
        string In(List<string> list) => list.Count == 0 ? No : Has(list, "all") ? Yes : OneOf(list, Fact("device", "platform"));
        return include.Count + exclude.Count == 0 ? Yes : All(include.Count == 0 ? Yes : In(include), Opposite(In(exclude)));
    }

    private string Places(JsonElement places)
    {
        var (include, exclude) = (List(places, "includeLocations"), List(places, "excludeLocations"));
        string In(List<string> list) => Any([.. list.Select(place => place switch
        {
            "All" => Yes,
            "AllTrusted" => Flag(At(scenario, "location"), "trusted"),
            _ => Contains(place, "location", "namedLocationIds"),
        })]);
        return include.Count + exclude.Count == 0 ? Yes : All(include.Count == 0 ? Yes : In(include), Opposite(In(exclude)));
    }

    private string Filter(JsonElement filter)
    {
        if (filter.ValueKind is not JsonValueKind.Object)
        {
            return Yes;
        }

        if (!FilterParser.TryParse(Text(filter, "rule")!, out var rule, out _))
        {
            return Unknown;
        }

        var device = Core.ConditionalAccess.SignIns.ScenarioReader.ReadDevice(At(scenario, "device") is { ValueKind: JsonValueKind.Object } told ? told : JsonElement.Parse("{}")).Value;
        var (own, none) = (FilterEvaluation.Of(rule, device).Match.ToString().ToLowerInvariant(), FilterEvaluation.Of(rule, FilterDevice.Unregistered).Match.ToString().ToLowerInvariant());
        var match = ByCode switch { Yes => none, No => own, _ => own == none ? own : Unknown };
        return Text(filter, "mode") is "exclude" ? Opposite(match) : match;
    }

    private string Level(List<string> levels, string fact) => levels.Count == 0 ? Yes : OneOf(levels, Fact(fact) is (true, null) ? (true, "none") : Fact(fact));

    private static string OneOf(List<string> list, (bool Known, string? Value) fact) => !fact.Known ? Unknown : fact.Value is { } value && Has(list, value) ? Yes : No;

    private string Contains(string list, string value) => In(At(scenario, list), value);

    private string Contains(string value, string part, string list) => At(scenario, part).ValueKind is JsonValueKind.Null ? No : In(At(scenario, part, list), value);

    private static string In(JsonElement list, string value) => list.ValueKind switch
    {
        JsonValueKind.Undefined => Unknown,
        JsonValueKind.Null => No,
        _ => list.EnumerateArray().Any(entry => entry.GetString() == value) ? Yes : No,
    };

    private (bool Known, string? Value) Fact(params string[] path)
    {
        var item = scenario;

        foreach (var name in path)
        {
            item = item.ValueKind is JsonValueKind.Null ? item : At(item, name);
        }

        return (item.ValueKind is not JsonValueKind.Undefined, item.ValueKind is JsonValueKind.String ? item.GetString() : null);
    }

    private static string Flag(JsonElement part, string name) => part.ValueKind is JsonValueKind.Null ? No : At(part, name).ValueKind switch
    {
        JsonValueKind.Undefined => Unknown,
        JsonValueKind.True => Yes,
        _ => No,
    };

    private static JsonElement At(JsonElement item, params string[] path)
    {
        foreach (var name in path)
        {
            item = item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var inner) ? inner : default;
        }

        return item;
    }

    private static string? Text(JsonElement item, string name) => At(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static List<string> List(JsonElement item, string name) => At(item, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(entry => entry.GetString()!)] : [];

    private static List<string> Split(JsonElement item, string name) => [.. (Text(item, name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static bool Has(List<string> list, string word) => list.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string All(params string[] answers) => answers.Contains(No) ? No : answers.Contains(Unknown) ? Unknown : Yes;

    private static string Any(params string[] answers) => answers.Contains(Yes) ? Yes : answers.Contains(Unknown) ? Unknown : No;

    private static string Opposite(string answer) => answer switch { Yes => No, No => Yes, _ => Unknown };
}
