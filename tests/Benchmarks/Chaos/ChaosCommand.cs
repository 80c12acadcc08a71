using System.CommandLine;
using System.Diagnostics;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>Lets everything go wrong that can, and compares what scans made of it with what they make when nothing does.</summary>
internal static class ChaosCommand
{
    private static readonly (string Name, Func<ChaosPlan, CancellationToken, Task<ChaosOutcome>> Run)[] Programs =
    [
        (BoundaryKills.Name, BoundaryKills.RunAsync),
        (RandomKills.Name, RandomKills.RunAsync),
        (FaultSeeds.Name, FaultSeeds.RunAsync),
        (ChangingTenant.Name, ChangingTenant.RunAsync),
        (FullDisk.Name, FullDisk.RunAsync),
        (DatabaseAway.Locked, DatabaseAway.LockAsync),
        (DatabaseAway.Moved, DatabaseAway.MoveAsync),
        (ExpiredLink.Name, ExpiredLink.RunAsync),
    ];

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "How many people the tenants have.", DefaultValueFactory = _ => 20_000 };
        var seeds = new Option<int>("--seeds") { Description = "How many mixes of faults.", DefaultValueFactory = _ => 100 };
        var only = new Option<string?>("--only") { Description = "Run the programs whose name has these words." };
        var quick = new Option<bool>("--quick") { Description = "A short version of everything, side by side." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command("chaos", "Kill, starve and confuse scans, and compare what they stored.") { people, seeds, only, quick, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isQuick = parsed.GetValue(quick);
            var plan = isQuick
                ? new ChaosPlan(People: 3_000, SeedPeople: 1_500, Seeds: 2, Moments: 3)
                : new ChaosPlan(parsed.GetValue(people), SeedPeople: 2_000, parsed.GetValue(seeds), Moments: 50);
            var chosen = Programs.Where(one => one.Name.Contains(parsed.GetValue(only) ?? "", StringComparison.Ordinal));
            var outcomes = isQuick
                ? await Task.WhenAll(chosen.Select(one => RunAsync(one, plan, cancellationToken)))
                : await OneByOneAsync(chosen, plan, cancellationToken);
            Console.WriteLine(parsed.GetValue(json) ? ChaosTable.Json(plan, outcomes) : ChaosTable.Text(plan, outcomes));
            return outcomes.Any(one => one.Differences > 0) ? 1 : 0;
        });

        return command;
    }

    private static async Task<ChaosOutcome[]> OneByOneAsync(
        IEnumerable<(string Name, Func<ChaosPlan, CancellationToken, Task<ChaosOutcome>> Run)> programs, ChaosPlan plan, CancellationToken cancellationToken)
    {
        List<ChaosOutcome> outcomes = [];

        foreach (var one in programs)
        {
            outcomes.Add(await RunAsync(one, plan, cancellationToken));
        }

        return [.. outcomes];
    }

    // A program that breaks off counts as a difference: whatever it was, the scan didn't survive it.
    private static async Task<ChaosOutcome> RunAsync(
        (string Name, Func<ChaosPlan, CancellationToken, Task<ChaosOutcome>> Run) program, ChaosPlan plan, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.GetTimestamp();
        ChaosOutcome outcome;

        try
        {
            outcome = await program.Run(plan, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = ChaosOutcome.None(program.Name) with { Differences = 1, First = [error.Message] };
        }

        await Console.Error.WriteLineAsync($"{program.Name}: {outcome.Skipped ?? $"{outcome.Differences} differences"}");
        return outcome with { Seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds };
    }
}
