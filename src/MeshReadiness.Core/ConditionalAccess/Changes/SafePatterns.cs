using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>
/// Two ways to let headsets in without opening the door to everything else, as Microsoft's page on preparing an organisation for
/// Mesh has them: manage the headsets, or make an exception that is as narrow as it can be.
/// </summary>
public static class SafePatterns
{
    private const string Office = "Office365";

    /// <summary>Whether a policy asks for a state of the device, so that the patterns are about it.</summary>
    public static bool AsksForDevice(ConditionalAccessPolicy policy) =>
        policy.Grant?.Controls.Any(control => control.ToUpperInvariant() is "COMPLIANTDEVICE" or "DOMAINJOINEDDEVICE") is true;

    /// <summary>
    /// The policy without its exemption: headsets are enrolled and judged by their state like every other device. A policy without
    /// a device filter stays as it is.
    /// </summary>
    public static Result<PolicyChange> ManagedFleet(ConditionalAccessPolicy policy) =>
        PolicyDraft.Of(policy).WithFilter(excludes: true, rule: null).Map(draft => new PolicyChange([draft]));

    /// <summary>
    /// A group leaves the policy. For that group, a policy of the same demands keeps everything but Mesh and Office 365 closed, and another
    /// one asks for multifactor authentication everywhere. The new policies come first, so that the door never stands open.
    /// </summary>
    /// <param name="policy">The policy that keeps headsets out.</param>
    /// <param name="groupId">The people who use headsets.</param>
    /// <param name="groupName">Their group's name.</param>
    public static Result<PolicyChange> NarrowedException(ConditionalAccessPolicy policy, string groupId, string groupName)
    {
        var original = PolicyDraft.Of(policy);
        var rest = (original with { ReplacesId = null }).With(copy => Compensate(copy, groupId, $"{policy.DisplayName}: {groupName}, all but Mesh and Office 365"));
        var factor = (original with { ReplacesId = null }).With(copy => DemandFactor(copy, groupId, $"Multifactor authentication for {groupName}"));
        var freed = original.WithGroups(excluded: true, policy.Users.Groups.Exclude.Where(id => !Same(id, groupId)).Append(groupId));

        // An exemption that frees every unregistered device has no use any more.
        if (freed.TryGet(out var draft) && policy.Filter is { Excludes: true, Rule: { } rule } && FilterEvaluation.Of(rule, FilterDevice.Unregistered).Match is Truth.Yes)
        {
            freed = draft.WithFilter(excludes: true, rule: null);
        }

        return new[] { rest, factor, freed }.FirstOrDefault(one => !one.Succeeded) is { } failed
            ? failed.Problem
            : new PolicyChange([rest.Value, factor.Value, freed.Value]);
    }

    private static void Compensate(JsonObject policy, string groupId, string name)
    {
        Begin(policy, groupId, name);
        var applications = Resources(policy);
        applications["excludeApplications"] = new JsonArray([.. Texts(applications["excludeApplications"])
            .Concat([MeshNames.ServicesAppId, Office]).Distinct(StringComparer.OrdinalIgnoreCase).Select(value => (JsonNode)JsonValue.Create(value))]);
        ((JsonObject)policy["conditions"]!)["devices"] = null;
    }

    private static void DemandFactor(JsonObject policy, string groupId, string name)
    {
        Begin(policy, groupId, name);
        var conditions = (JsonObject)policy["conditions"]!;
        Resources(policy)["includeApplications"] = new JsonArray("All");
        Resources(policy)["excludeApplications"] = new JsonArray();
        conditions["clientAppTypes"] = new JsonArray("all");

        foreach (var narrowing in new[] { "devices", "platforms", "locations", "authenticationFlows" })
        {
            conditions[narrowing] = null;
        }

        policy["grantControls"] = new JsonObject { ["operator"] = "OR", ["builtInControls"] = new JsonArray("mfa") };
        policy["sessionControls"] = null;
    }

    // Whoever the old policy leaves alone, such as emergency accounts, is left alone by the new ones too.
    private static void Begin(JsonObject policy, string groupId, string name)
    {
        foreach (var own in new[] { "id", "createdDateTime", "modifiedDateTime", "deletedDateTime", "templateId" })
        {
            policy.Remove(own);
        }

        policy["displayName"] = name;
        var users = (JsonObject)policy["conditions"]!["users"]!;
        users["includeUsers"] = new JsonArray();
        users["includeRoles"] = new JsonArray();
        users["includeGuestsOrExternalUsers"] = null;
        users["includeGroups"] = new JsonArray(groupId);
    }

    private static JsonObject Resources(JsonObject policy) => (JsonObject)policy["conditions"]!["applications"]!;

    private static IEnumerable<string> Texts(JsonNode? list) => list is JsonArray array ? array.Select(one => one!.GetValue<string>()) : [];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
