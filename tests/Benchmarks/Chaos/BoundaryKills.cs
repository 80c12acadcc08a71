using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// One scan that is killed behind every one of its checkpoints, until nothing is left to do. Where a stage begins again
/// from its start, each life gets one checkpoint further into it than the one before.
/// </summary>
internal static class BoundaryKills
{
    public const string Name = "killed at every checkpoint";

    /// <summary>More kills than any scan has checkpoints: it gets nowhere.</summary>
    private const int Endless = 1_000;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        using var folder = new TempFolder();
        var (kills, further, place) = (0, 1, "");

        while (await LiveOnceAsync(tenant, folder.Path, further, cancellationToken) is { IsWhole: false } life)
        {
            (further, place) = (life.Place == place ? further + 1 : 1, life.Place);

            if (++kills == Endless)
            {
                throw new InvalidOperationException($"A scan that was killed behind {kills} checkpoints isn't whole yet.");
            }
        }

        return (ChaosOutcome.None(Name) with { Kills = kills, Faults = await tenant.Controls.FaultsAsync(cancellationToken), Recoveries = kills })
            .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder.Path)));
    }

    private static async Task<(bool IsWhole, string Place)> LiveOnceAsync(
        SampleTenant tenant, string folder, int killAfter, CancellationToken cancellationToken)
    {
        await using var child = ScanChild.Start(tenant, folder, killAfter);
        var place = await child.HearAsync("", cancellationToken);
        return (await child.EndAsync(cancellationToken), place);
    }
}
