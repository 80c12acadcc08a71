using System.Globalization;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>Shows what came of the programs, to people or to programs.</summary>
internal static class ChaosTable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Text(ChaosPlan plan, IReadOnlyList<ChaosOutcome> outcomes)
    {
        var table = new TextTable("program", "scans compared", "kills", "faults", "recoveries", "rows", "differences", "seconds");

        foreach (var one in outcomes)
        {
            table.Add(
                one.Skipped is null ? one.Program : $"{one.Program} (skipped)",
                Number(one.Runs), Number(one.Kills), Number(one.Faults), Number(one.Recoveries), Number(one.Rows), Number(one.Differences),
                one.Seconds.ToString("0", CultureInfo.InvariantCulture));
        }

        return string.Join('\n',
        [
            string.Create(CultureInfo.InvariantCulture, $"{Machine.This}; {plan.People:N0} people, in mixes of faults {plan.SeedPeople:N0}"),
            "",
            table.ToString(),
            .. outcomes.Where(one => one.Skipped is not null).Select(one => $"Skipped, {one.Program}: {one.Skipped}"),
            .. outcomes.SelectMany(one => one.First.Select(line => $"{one.Program}: {line}")),
        ]);
    }

    public static string Json(ChaosPlan plan, IReadOnlyList<ChaosOutcome> outcomes) =>
        JsonSerializer.Serialize(new { Machine = Machine.This, plan.People, plan.SeedPeople, Programs = outcomes }, Web);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
