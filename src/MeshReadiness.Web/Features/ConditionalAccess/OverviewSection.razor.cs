using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Everybody in every scenario. Counted once for a snapshot, whoever asks.</summary>
public sealed partial class OverviewSection(PolicyShelf shelf)
{
    // Policies that do something to somebody.
    private ImmutableArray<int> Shown => [.. Enumerable.Range(0, Tenant.Policies.Length).Where(index => Counted!.Scenarios.Any(result =>
        result.Policies[index].People.Keys.Any(word => word is not (PolicyOutcome.NotApplied or PolicyOutcome.NotEnabled or PolicyOutcome.ReportOnlyNotApplied))))];

    /// <inheritdoc />
    protected override Task<PopulationResult> CountAsync(CancellationToken cancellationToken) => shelf.JudgeAsync(Snapshot, Tenant, cancellationToken);
}
