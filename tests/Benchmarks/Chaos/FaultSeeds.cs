using MeshReadiness.Benchmarks.Scanning;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Many tenants, each with people and faults of its own: a full scan, then an incremental one after some life in the
/// company. Each is compared with a twin to which the same happens and where nothing goes wrong.
/// </summary>
internal static class FaultSeeds
{
    public const string Name = "mixes of faults";

    // Most of a scan under heavy faults is waiting.
    private const int AtOnce = 4;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        var outcome = ChaosOutcome.None(Name);
        var gate = new Lock();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, plan.Seeds),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (seed, token) =>
            {
                var (full, incremental, faults) = await CompareAsync(plan, seed, token);

                lock (gate)
                {
                    outcome = (outcome with { Faults = outcome.Faults + faults }).With(full).With(incremental);
                }
            });

        return outcome;
    }

    private static async Task<(Comparison Full, Comparison Incremental, long Faults)> CompareAsync(
        ChaosPlan plan, int seed, CancellationToken cancellationToken)
    {
        await using var calm = await SampleTenant.StartAsync(plan.SeedPeople, ChaosPlan.Calm(seed), cancellationToken);
        await using var heavy = await SampleTenant.StartAsync(plan.SeedPeople, ChaosPlan.Heavy(seed), cancellationToken);
        using var wanted = new TempFolder();
        using var got = new TempFolder();

        await ScanAsync(calm, wanted.Path, ScanKind.Full, cancellationToken);
        await ScanAsync(heavy, got.Path, ScanKind.Full, cancellationToken);
        var full = Comparison.Of(SnapshotDump.Of(wanted.Path), SnapshotDump.Of(got.Path));

        await CompanyLife.GoOnAsync(calm.Controls, plan.SeedPeople / 20, cancellationToken);
        await CompanyLife.GoOnAsync(heavy.Controls, plan.SeedPeople / 20, cancellationToken);
        await ScanAsync(calm, wanted.Path, ScanKind.Incremental, cancellationToken);
        await ScanAsync(heavy, got.Path, ScanKind.Incremental, cancellationToken);
        var incremental = Comparison.Of(SnapshotDump.Of(wanted.Path), SnapshotDump.Of(got.Path));

        return (Named(full, seed, "full"), Named(incremental, seed, "incremental"), await heavy.Controls.FaultsAsync(cancellationToken));
    }

    private static async Task ScanAsync(SampleTenant tenant, string folder, ScanKind kind, CancellationToken cancellationToken)
    {
        var head = await ChaosPlan.ScanAsync(tenant, folder, kind, cancellationToken);

        if (head.Kind != kind)
        {
            throw new InvalidOperationException($"An incremental scan became a full one. {head.KindBecause}");
        }
    }

    private static Comparison Named(Comparison comparison, int seed, string kind) =>
        comparison with { First = [.. comparison.First.Select(line => $"seed {seed}, {kind}: {line}")] };
}
