using System.CommandLine;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>Measures how long looking something up takes in snapshots of several sizes.</summary>
internal static class LookupsCommand
{
    private static readonly int[] Sizes = [10_000, 1_000_000];

    public static Command Create()
    {
        var people = new Option<int[]>("--people") { Description = "How many people the snapshot has; give it again for more sizes.", DefaultValueFactory = _ => Sizes };
        var count = new Option<int>("--questions") { Description = "How many questions of each kind.", DefaultValueFactory = _ => 2_000 };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command("lookups", "Look things up in stored snapshots of several sizes.") { people, count, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<LookupRow> rows = [];

            foreach (var size in parsed.GetValue(people)!)
            {
                rows.Add(await MeasureAsync(size, parsed.GetValue(count), cancellationToken));
            }

            Console.WriteLine(parsed.GetValue(json) ? LookupsTable.Json(rows) : LookupsTable.Text(rows));
        });

        return command;
    }

    /// <summary>The hidden command of the processes that ask the store: no size profits from the one before.</summary>
    public static Command CreateChild()
    {
        var folder = ChildOptions.Folder();
        var count = new Option<int>("--questions") { Required = true };
        var command = new Command("ask", "Asks a store, for the parent process.") { folder, count };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Parent.Heed();
            var measured = await StoreLookups.MeasureAsync(parsed.GetValue(folder)!, parsed.GetValue(count), cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(measured));
        });
        return command;
    }

    private static async Task<LookupRow> MeasureAsync(int people, int count, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        await using var tenant = await SampleTenant.StartAsync(people, [], cancellationToken);

        await using (var product = await Product.OpenAsync(tenant.Graph, folder.Path))
        {
            await product.ScanAsync(ScanKind.Full, cancellationToken);
        }

        await using var child = Child.Again("ask", "--folder", folder.Path, "--questions", $"{count}");
        var store = JsonSerializer.Deserialize<Latencies[]>("[" + await child.HearAsync("[", cancellationToken))!;
        var http = await HttpLookups.MeasureAsync(tenant.Graph, folder.Path, count, cancellationToken);
        await Console.Error.WriteLineAsync($"{people} people: asked");

        return new(people, store, http);
    }
}
