using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The conditions of a policy with all their empty lists and nulls, as Graph sends them.</summary>
internal static class PolicyConditions
{
    public static JsonObject Of(Policy policy) => new()
    {
        ["userRiskLevels"] = new JsonArray(),
        ["signInRiskLevels"] = Policy.List(policy.SignInRisks),
        ["clientAppTypes"] = Policy.List(policy.ClientTypes),
        ["servicePrincipalRiskLevels"] = new JsonArray(),
        ["insiderRiskLevels"] = null,
        ["clientApplications"] = null,
        ["platforms"] = Pair(policy.Platforms, policy.ExcludedPlatforms, "Platforms"),
        ["locations"] = Pair(policy.Locations, policy.ExcludedLocations, "Locations"),
        ["devices"] = policy.DeviceFilter is { } filter
            ? new JsonObject { ["deviceFilter"] = new JsonObject { ["mode"] = filter.Mode, ["rule"] = filter.Rule } }
            : null,
        ["authenticationFlows"] = policy.TransferMethods is null ? null : new JsonObject { ["transferMethods"] = policy.TransferMethods },
        ["applications"] = new JsonObject
        {
            ["includeApplications"] = Policy.List(policy.UserActions.Length > 0 ? [] : policy.Apps),
            ["excludeApplications"] = Policy.List(policy.ExcludedApps),
            ["includeUserActions"] = Policy.List(policy.UserActions),
            ["includeAuthenticationContextClassReferences"] = new JsonArray(),
            ["applicationFilter"] = null,
        },
        ["users"] = new JsonObject
        {
            ["includeUsers"] = Policy.List(policy.Users),
            ["excludeUsers"] = Policy.List(policy.ExcludedUsers),
            ["includeGroups"] = Policy.List(policy.Groups),
            ["excludeGroups"] = Policy.List(policy.ExcludedGroups),
            ["includeRoles"] = Policy.List(policy.Roles),
            ["excludeRoles"] = new JsonArray(),
            ["includeGuestsOrExternalUsers"] = policy.GuestTypes is null ? null : Guests(policy.GuestTypes),
            ["excludeGuestsOrExternalUsers"] = null,
        },
    };

    private static JsonObject? Pair(string[]? included, string[]? excluded, string name) => included is null && excluded is null
        ? null
        : new() { ["include" + name] = Policy.List(included ?? []), ["exclude" + name] = Policy.List(excluded ?? []) };

    private static JsonObject Guests(string types) => new()
    {
        ["guestOrExternalUserTypes"] = types,
        ["externalTenants"] = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.conditionalAccessAllExternalTenants",
            ["membershipKind"] = "all",
        },
    };
}
