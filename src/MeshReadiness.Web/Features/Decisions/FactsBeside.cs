using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>Finds what the last scan knows of the tenant, to stand beside the questions of decisions.</summary>
public sealed class FactsBeside(CurrentSnapshot snapshots, SnapshotStore store, PlaybookShelf shelf, ProductCatalogue catalogue)
{
    // Snapshots never change, so what was read of the current one is kept.
    private volatile Kept? _kept;

    /// <summary>The facts for a playbook; <see langword="null"/> before the first scan has finished.</summary>
    public async Task<DecisionFacts?> OfAsync(Playbook playbook, CancellationToken cancellationToken)
    {
        if (await snapshots.GetAsync(cancellationToken) is not { } snapshot)
        {
            return null;
        }

        var kept = _kept is { } known && known.SnapshotId == snapshot.Head.Id ? known : _kept = await ReadAsync(snapshot, cancellationToken);
        var judgedBy = shelf.Find(snapshot.Head.PlaybookId)?.Experiences ?? [];
        return new(new CheckFacts(playbook, snapshot.Tenant, kept.People, catalogue, snapshot.Head.AsOf), judgedBy, kept.Verdicts, snapshot.Head.Readings);
    }

    private async Task<Kept> ReadAsync(SnapshotView snapshot, CancellationToken cancellationToken)
    {
        var id = snapshot.Head.Id;

        // People who could not be read are stored as nobody; the reading tells the difference.
        Result<PopulationFacts> people = snapshot.Head.Readings.FirstOrDefault(reading => reading.Topic is TenantTopic.Users)?.Problem is { } unread
            ? unread
            : await store.PopulationAsync(id, cancellationToken) is { } read ? read : TenantInventory.NeverAsked;
        return new(id, people, await store.BreakdownAsync(id, Dimension.UserType, cancellationToken));
    }

    private sealed record Kept(Guid SnapshotId, Result<PopulationFacts> People, ImmutableArray<GroupVerdicts> Verdicts);
}
