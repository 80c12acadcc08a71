using System.CommandLine;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Compares ways to read a tenant whole.</summary>
internal static class ScanCommand
{
    private static readonly int[] Sizes = [10_000, 100_000, 200_000];

    public static Command Create()
    {
        var people = new Option<int[]>("--people") { Description = "How many people the tenant has; give it again for more sizes.", DefaultValueFactory = _ => Sizes };
        var rounds = new Option<int>("--rounds") { Description = "How often each way is measured; the median counts.", DefaultValueFactory = _ => 3 };
        var warm = new Option<int>("--warm") { Description = "How many people processes warm up with before they are measured.", DefaultValueFactory = _ => 2_000 };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command("scan", "Compare ways to read all people of a tenant into a database.") { people, rounds, warm, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var rows = await ScanBenchmark.RunAsync(parsed.GetValue(people)!, parsed.GetValue(rounds), parsed.GetValue(warm), cancellationToken);
            Console.WriteLine(parsed.GetValue(json) ? ScanTable.Json(rows) : ScanTable.Text(rows, parsed.GetValue(rounds)));
        });

        return command;
    }
}
