using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>The edits that have a form of their own. Whatever else a policy says stays as it is.</summary>
public static class PolicyEdits
{
    /// <summary>Another name.</summary>
    public static Result<PolicyDraft> Named(this PolicyDraft draft, string name) => draft.With(policy => policy["displayName"] = name);

    /// <summary>Enforced, only reported, or disabled.</summary>
    public static Result<PolicyDraft> InState(this PolicyDraft draft, PolicyState state) => draft.With(policy => policy["state"] = Word(state));

    /// <summary>Other groups that are taken in, or out.</summary>
    public static Result<PolicyDraft> WithGroups(this PolicyDraft draft, bool excluded, IEnumerable<string> groups) =>
        draft.With(policy => Part(policy, "conditions", "users")[excluded ? "excludeGroups" : "includeGroups"] = List(groups));

    /// <summary>Other resources that are taken in, or out.</summary>
    public static Result<PolicyDraft> WithResources(this PolicyDraft draft, bool excluded, IEnumerable<string> resources) =>
        draft.With(policy => Part(policy, "conditions", "applications")[excluded ? "excludeApplications" : "includeApplications"] = List(resources));

    /// <summary>Another device filter, or none.</summary>
    public static Result<PolicyDraft> WithFilter(this PolicyDraft draft, bool excludes, string? rule) => draft.With(policy =>
    {
        if (string.IsNullOrWhiteSpace(rule))
        {
            Part(policy, "conditions")["devices"] = null;
        }
        else
        {
            Part(policy, "conditions", "devices")["deviceFilter"] = new JsonObject { ["mode"] = excludes ? "exclude" : "include", ["rule"] = rule };
        }
    });

    /// <summary>Other built-in controls, all of them or one.</summary>
    public static Result<PolicyDraft> WithControls(this PolicyDraft draft, bool needsAll, IEnumerable<string> controls) => draft.With(policy =>
    {
        var grant = Part(policy, "grantControls");
        grant["operator"] = needsAll ? "AND" : "OR";
        grant["builtInControls"] = List(controls);
    });

    /// <summary>Graph's word for a state.</summary>
    public static string Word(PolicyState state) => state switch
    {
        PolicyState.Enabled => "enabled",
        PolicyState.ReportOnly => "enabledForReportingButNotEnforced",
        _ => "disabled",
    };

    /// <summary>The built-in controls of a policy: those without an id.</summary>
    public static ImmutableArray<string> BuiltIn(ConditionalAccessPolicy policy) =>
        [.. (policy.Grant?.Controls ?? []).Where(control => !control.Contains(':', StringComparison.Ordinal))];

    // Makes the objects on the way, where the policy has none.
    private static JsonObject Part(JsonObject policy, params ReadOnlySpan<string> path)
    {
        var at = policy;

        foreach (var name in path)
        {
            if (at[name] is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        return at;
    }

    private static JsonArray List(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode)JsonValue.Create(value))]);
}
