using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>What enforced policies do about headsets.</summary>
internal sealed class HeadsetPolicies
{
    private readonly FindingFacts _facts;

    // Mesh is in none of the groups of apps, and Mesh alone is asked for.
    private HeadsetPolicies(ImmutableArray<ConditionalAccessPolicy> policies) => _facts = new(policies, AppGroups.None, KnownTenant.Nothing);

    /// <summary>The policies that demand a compliant device of headsets that ask for Mesh.</summary>
    public ImmutableArray<ConditionalAccessPolicy> DemandingCompliance =>
    [
        .. _facts.Enforced.Where(policy => policy.Grant is { } grant && grant.Controls.Contains("compliantDevice", StringComparer.OrdinalIgnoreCase)
            && Tried(policy).Any(result => result.Applies is not Truth.No)),
    ];

    /// <summary>The policies that demand app protection or an approved app of headsets that ask for Mesh, with no other way in.</summary>
    public ImmutableArray<ConditionalAccessPolicy> DemandingAppProtection => [.. QuestFindings.AppProtection(_facts).Select(finding => finding.Policy)];

    /// <summary>The policies whose filters take headsets out, by what they say.</summary>
    public ImmutableArray<ConditionalAccessPolicy> ExemptingHeadsets => [.. _facts.Enforced.Where(ExemptsHeadsets)];

    /// <summary>The policies that leave Mesh out.</summary>
    public ImmutableArray<ConditionalAccessPolicy> LeavingMeshOut => [.. _facts.Enforced.Where(policy => HasMesh(policy.Resources.Applications.Exclude))];

    /// <summary>Reads the enforced policies.</summary>
    /// <returns>What they do; or a problem, when one of them can't be read.</returns>
    public static Result<HeadsetPolicies> Of(ImmutableArray<ConditionalAccessPolicyFacts> policies)
    {
        List<ConditionalAccessPolicy> enforced = [];

        foreach (var policy in policies.Where(policy => policy.State is PolicyState.Enabled))
        {
            if (!PolicyReader.Read(policy).TryGet(out var read))
            {
                return new Problem(ProblemKind.Invalid, $"The policy {policy.DisplayName ?? policy.Id} isn't as Microsoft documents policies, so nobody can tell what it does.");
            }

            enforced.Add(read with { Id = policy.Id, DisplayName = policy.DisplayName, State = PolicyState.Enabled });
        }

        return new HeadsetPolicies([.. enforced]);
    }

    /// <summary>Whether a policy is about everybody.</summary>
    public static bool IsForEverybody(ConditionalAccessPolicy policy) => EmergencyAccounts.IsAboutEverybody(policy);

    /// <summary>Whether a policy names nothing but Mesh.</summary>
    public static bool IsForMeshAlone(ConditionalAccessPolicy policy) =>
        policy.Resources.Applications.Include is { IsEmpty: false } apps && apps.All(app => app.Equals(MeshNames.ServicesAppId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a policy's filter matches a device that the directory doesn't know; unknown where there is no rule.</summary>
    public static Truth ReachesUnregistered(ConditionalAccessPolicy policy) =>
        policy.Filter?.Rule is { } rule ? FilterEvaluation.Of(rule, FilterDevice.Unregistered).Match : Truth.Unknown;

    /// <summary>What a policy is called.</summary>
    public static string Name(ConditionalAccessPolicy policy) => policy.DisplayName ?? policy.Id ?? "A policy without a name";

    private static bool ExemptsHeadsets(ConditionalAccessPolicy policy) => policy.Filter is { Excludes: true } filter
        && (filter.Rule is { } rule ? FilterFindings.SpeaksOfHeadsets(rule) : MeshNames.SpeakOfHeadsets(filter.Text));

    private static bool HasMesh(ImmutableArray<string> apps) => apps.Contains(MeshNames.ServicesAppId, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<PolicyResult> Tried(ConditionalAccessPolicy policy) =>
        new[] { UsualSignIns.Quest, UsualSignIns.ManagedQuest }.SelectMany(signIn => FindingFacts.FromPlaces(policy, signIn)).Select(signIn => _facts.Alone(policy, signIn));
}
