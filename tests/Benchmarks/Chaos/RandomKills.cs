using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Scans that are killed from outside, so and so many milliseconds after their first word, wherever that finds them. When
/// one is whole and kills are left, the next begins.
/// </summary>
internal static class RandomKills
{
    public const string Name = "killed at random moments";

    private const int LongestLife = 3_000;

    public static async Task<ChaosOutcome> RunAsync(ChaosPlan plan, CancellationToken cancellationToken)
    {
        await using var tenant = await SampleTenant.StartAsync(plan.People, ChaosPlan.Heavy(), cancellationToken);
        var moments = new Random(ChaosPlan.Seed);
        var outcome = ChaosOutcome.None(Name);

        while (outcome.Kills < plan.Moments)
        {
            using var folder = new TempFolder();
            var kills = await FinishAsync(tenant, folder.Path, moments, plan.Moments - outcome.Kills, cancellationToken);
            outcome = (outcome with { Kills = outcome.Kills + kills, Recoveries = outcome.Recoveries + kills })
                .With(Comparison.Of(await plan.FaultFreeAsync(cancellationToken), SnapshotDump.Of(folder.Path)));
        }

        return outcome with { Faults = await tenant.Controls.FaultsAsync(cancellationToken) };
    }

    private static async Task<int> FinishAsync(
        SampleTenant tenant, string folder, Random moments, int most, CancellationToken cancellationToken)
    {
        for (var kills = 0; ; kills++)
        {
            await using var child = ScanChild.Start(tenant, folder);
            await child.HearAsync("", cancellationToken);
            var end = child.EndAsync(cancellationToken);

            if (kills < most)
            {
                await Task.WhenAny(end, Task.Delay(moments.Next(LongestLife), cancellationToken));
                child.Kill();
            }

            if (await end)
            {
                return kills;
            }
        }
    }
}
