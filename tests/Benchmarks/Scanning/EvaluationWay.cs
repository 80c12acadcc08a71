using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Judges everybody in the stored snapshot over all experiences, as the end of a full scan does, on one core.</summary>
internal static class EvaluationWay
{
    public static async Task<Measured> MeasureAsync(Uri graph, string folder, CancellationToken cancellationToken)
    {
        await using var product = await Product.OpenAsync(graph, folder);
        var head = await product.Get<SnapshotStore>().CurrentAsync(cancellationToken) ?? throw new InvalidOperationException("There is no snapshot to judge.");
        var tenant = (await product.Get<SnapshotStore>().TenantAsync(head.Id, cancellationToken))!;
        var scan = await AsRunningAsync(product, head.Id, cancellationToken);
        var (playbook, catalogue) = (product.Get<Playbook>(), product.Get<ProductCatalogue>());

        return await Stopwatched.RunAsync(async () =>
        {
            var rules = new EligibilityRules(playbook, tenant, catalogue);
            var count = (await product.Get<SnapshotWriter>().CountAsync(scan, rules, cancellationToken)).Value;
            var report = ReadinessReport.Make(playbook, tenant, count.Population, rules, catalogue, head.AsOf);
            return new(report.Anyone.Ready + report.Anyone.NotReady + report.Anyone.Unknown + report.Anyone.NotApplicable, 0);
        });
    }

    // A full scan counts everybody, whatever the snapshot went on from.
    private static async Task<RunningScan> AsRunningAsync(Product product, Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await product.Get<IDbContextFactory<MeshReadinessDbContext>>().CreateDbContextAsync(cancellationToken);
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(one => one.Id == snapshotId, cancellationToken);
        return SnapshotHeads.ToRunning(snapshot, new()) with { BaseId = null };
    }
}
