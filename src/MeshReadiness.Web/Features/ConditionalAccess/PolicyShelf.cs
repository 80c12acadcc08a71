using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>The policies of a snapshot and what they do to everybody, worked out once for all who look.</summary>
public sealed class PolicyShelf(SnapshotStore store, Playbook playbook, IOptions<ConditionalAccessOptions> options)
{
    // One snapshot is current at a time.
    private volatile Kept? _kept;

    /// <summary>The policies; the scan's problem when it couldn't read them.</summary>
    public Result<TenantPolicies> Of(SnapshotView snapshot) => KeptOf(snapshot).Policies;

    /// <summary>Everybody, counted by what policies can tell about them.</summary>
    public async Task<ImmutableArray<ClassCount>> PeopleAsync(SnapshotView snapshot, CancellationToken cancellationToken)
    {
        var kept = KeptOf(snapshot);
        kept.People ??= new(await store.ClassesAsync(snapshot.Head.Id, cancellationToken));
        return kept.People.Classes;
    }

    /// <summary>What the policies do to everybody.</summary>
    public async Task<PopulationResult> JudgeAsync(SnapshotView snapshot, TenantPolicies tenant, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(snapshot, cancellationToken);
        return KeptOf(snapshot).Judged ??= await Task.Run(() => new PopulationRules(tenant.Policies, tenant.Apps, tenant.Uncertain).Judge(people, tenant.Scenarios), cancellationToken);
    }

    /// <summary>What is wrong with the policies.</summary>
    public async Task<ImmutableArray<PolicyFinding>> FindAsync(SnapshotView snapshot, TenantPolicies tenant, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(snapshot, cancellationToken);
        var kept = KeptOf(snapshot);
        kept.Findings ??= await Task.Run(() => new Found(FindingRules.Find(tenant.Policies, tenant.Apps, tenant.Known with { People = people })), cancellationToken);
        return kept.Findings.Findings;
    }

    /// <summary>What a change would do to everybody.</summary>
    public async Task<ChangeEffect> TryAsync(SnapshotView snapshot, TenantPolicies tenant, PolicyChange change, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(snapshot, cancellationToken);
        return await Task.Run(() => ChangeEffect.Of(tenant.Policies, change, tenant.Apps, tenant.Uncertain, people, tenant.Scenarios), cancellationToken);
    }

    private Kept KeptOf(SnapshotView snapshot)
    {
        if (_kept is not { } kept || !ReferenceEquals(kept.Snapshot, snapshot))
        {
            _kept = kept = new(snapshot, snapshot.Tenant.Policies.Map(policies => TenantPolicies.Of(snapshot, policies, playbook, options.Value)));
        }

        return kept;
    }

    private sealed class Kept(SnapshotView snapshot, Result<TenantPolicies> policies)
    {
        public SnapshotView Snapshot => snapshot;

        public Result<TenantPolicies> Policies => policies;

        public Counted? People { get; set; }

        public PopulationResult? Judged { get; set; }

        public Found? Findings { get; set; }
    }

    private sealed record Counted(ImmutableArray<ClassCount> Classes);

    private sealed record Found(ImmutableArray<PolicyFinding> Findings);
}
