using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>The policies of a snapshot, read once for all who look.</summary>
public sealed class PolicyShelf(AppGroups apps)
{
    // One snapshot is current at a time.
    private volatile Read? _kept;

    /// <summary>The policies; the scan's problem when it couldn't read them.</summary>
    public Result<TenantPolicies> Of(SnapshotView snapshot)
    {
        if (_kept is not { } kept || !ReferenceEquals(kept.Snapshot, snapshot))
        {
            _kept = kept = new(snapshot, snapshot.Tenant.Policies.Map(policies => Take(snapshot.Tenant, policies)));
        }

        return kept.Policies;
    }

    private TenantPolicies Take(TenantFacts tenant, ImmutableArray<ConditionalAccessPolicyFacts> stored)
    {
        var read = stored.Select(one => (Stored: one, Policy: ReadOne(one.Json))).ToList();
        return new(
            [.. read.Where(one => one.Policy.Succeeded).Select(one => one.Policy.Value)],
            [.. read.Where(one => !one.Policy.Succeeded).Select(one => new UnreadPolicy(one.Stored.DisplayName ?? one.Stored.Id, one.Stored.State, one.Policy.Problem))],
            apps,
            IdNames.Of(tenant),
            tenant.NamedLocations);
    }

    private static Result<ConditionalAccessPolicy> ReadOne(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PolicyReader.Read(document.RootElement);
    }

    private sealed record Read(SnapshotView Snapshot, Result<TenantPolicies> Policies);
}

/// <summary>A tenant's policies as the rules take them.</summary>
/// <param name="Policies">Those that could be read, in their order.</param>
/// <param name="Unread">Those that nobody here understands.</param>
/// <param name="Apps">What words for several apps mean.</param>
/// <param name="Names">Names of what policies point at.</param>
/// <param name="Places">The named locations.</param>
public sealed record TenantPolicies(
    ImmutableArray<ConditionalAccessPolicy> Policies, ImmutableArray<UnreadPolicy> Unread, AppGroups Apps, IdNames Names,
    Result<ImmutableArray<NamedLocationFacts>> Places)
{
    /// <summary>Judges sign-ins by these policies.</summary>
    public SignInRules Rules { get; } = new(Policies, Apps);
}

/// <summary>A policy that could not be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it is enforced.</param>
/// <param name="Problem">Why.</param>
public sealed record UnreadPolicy(string Name, PolicyState State, Problem Problem);
