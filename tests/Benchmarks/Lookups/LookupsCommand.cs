using System.CommandLine;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

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
        var keep = new Option<string?>("--keep") { Description = "A folder in which the snapshots are kept and found again, so that they aren't scanned each time." };
        var command = new Command("lookups", "Look things up in stored snapshots of several sizes.") { people, count, json, keep };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            List<LookupRow> rows = [];

            foreach (var size in parsed.GetValue(people)!)
            {
                rows.Add(await MeasureAsync(size, parsed.GetValue(count), parsed.GetValue(keep), cancellationToken));
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

    private static async Task<LookupRow> MeasureAsync(int people, int count, string? keep, CancellationToken cancellationToken)
    {
        using var passing = keep is null ? new TempFolder() : null;
        var folder = passing?.Path ?? Directory.CreateDirectory(Path.Combine(keep!, $"{people}")).FullName;
        await using var tenant = await SampleTenant.StartAsync(people, [], cancellationToken);

        await using (var product = await Product.OpenAsync(tenant.Graph, folder))
        {
            if (await product.Get<SnapshotStore>().CurrentIdAsync(cancellationToken) is null)
            {
                await product.ScanAsync(ScanKind.Full, cancellationToken);
            }
        }

        await using var child = Child.Again("ask", "--folder", folder, "--questions", $"{count}");
        var store = JsonSerializer.Deserialize<Latencies[]>("[" + await child.HearAsync("[", cancellationToken))!;
        var http = await HttpLookups.MeasureAsync(tenant.Graph, folder, count, cancellationToken);
        await Console.Error.WriteLineAsync($"{people} people: asked");

        return new(people, store, http);
    }
}
