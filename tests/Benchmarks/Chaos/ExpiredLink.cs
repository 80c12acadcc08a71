using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Holds a scan up for longer than a link to the next page lives. It has to begin again by itself, which shows in that it
/// has fewer people afterwards.
/// </summary>
internal static class ExpiredLink
{
    public const string Name = "link to the next page expired";

    private const int LifetimeSeconds = 8;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(
            plan.People, [.. ChaosPlan.Heavy(), "--link-lifetime", $"{LifetimeSeconds}"], cancellationToken);
        using var folder = new TempFolder();
        await using var child = await ScanChild.StartHeldUpAsync(tenant, folder.Path, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(LifetimeSeconds + 1), cancellationToken);
        await child.GoOnAsync();
        var begunAgain = await child.EndCountingAsync("begins again", cancellationToken);
        var outcome = (ChaosOutcome.None(Name) with { Faults = 1 + await tenant.Controls.FaultsAsync(cancellationToken), Recoveries = begunAgain })
            .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder.Path)));

        return begunAgain > 0 ? outcome : throw new InvalidOperationException("No link expired, so nothing was tried.");
    }
}
