using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// One scan that is killed behind every one of its checkpoints: each life gets one step further and no more, until nothing
/// is left to do. A stage that began again from its start would never end.
/// </summary>
internal static class BoundaryKills
{
    public const string Name = "killed at every checkpoint";

    /// <summary>More kills than any scan has checkpoints: it gets nowhere.</summary>
    private const int Endless = 200;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        using var folder = new TempFolder();
        var kills = 0;

        while (!await LiveOnceAsync(tenant, folder.Path, cancellationToken))
        {
            if (++kills == Endless)
            {
                throw new InvalidOperationException($"A scan that was killed behind {kills} checkpoints isn't whole yet.");
            }
        }

        return (ChaosOutcome.None(Name) with { Kills = kills, Faults = await tenant.Controls.FaultsAsync(cancellationToken), Recoveries = kills })
            .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder.Path)));
    }

    private static async Task<bool> LiveOnceAsync(SampleTenant tenant, string folder, CancellationToken cancellationToken)
    {
        await using var child = ScanChild.Start(tenant, folder, killAfter: 1);
        return await child.EndAsync(cancellationToken);
    }
}
