using System.CommandLine;
using System.Globalization;
using MeshReadiness.Benchmarks.Lookups;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Pages;

/// <summary>Measures how long the server takes for pages of a rollout that nobody has touched, and of one with years of work in it.</summary>
internal static class PagesCommand
{
    public static Command Create()
    {
        var comments = new Option<int>("--comments") { Description = "How many comments the busy rollout has.", DefaultValueFactory = _ => 5_000 };
        var times = new Option<int>("--times") { Description = "How often each page is rendered.", DefaultValueFactory = _ => 50 };
        var command = new Command("pages", "Render a rollout's pages as the server does, up to their whole content.") { comments, times };
        command.SetAction(async (parsed, cancellationToken) =>
            Console.WriteLine(Text(await MeasureAsync(parsed.GetValue(comments), parsed.GetValue(times), cancellationToken))));
        return command;
    }

    private static async Task<IReadOnlyList<PageRow>> MeasureAsync(int comments, int times, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        await using var tenant = await SampleTenant.StartAsync(2_500, [], cancellationToken);
        await using var product = await Product.OpenAsync(tenant.Graph, folder.Path, new Dictionary<string, string?>(), PageServer.AddParts);
        await product.ScanAsync(ScanKind.Full, cancellationToken);
        var (untouched, busy) = await BusyRollout.MakeAsync(product, comments, cancellationToken);
        var server = new PageServer(product);
        List<PageRow> rows = [];

        foreach (var (name, page) in PageServer.Pages(BusyRollout.MostTalkedAbout))
        {
            // Taken in turn, so that both meet the same machine.
            List<double> quiet = [], loud = [];

            for (var number = 0; number < times; number++)
            {
                quiet.Add(await server.RenderAsync(page, untouched));
                loud.Add(await server.RenderAsync(page, busy));
            }

            rows.Add(new(name, server.FirstMilliseconds, Latencies.Of("untouched", quiet), Latencies.Of("busy", loud)));
        }

        return rows;
    }

    private static string Text(IReadOnlyList<PageRow> rows)
    {
        var table = new TextTable("page", "untouched p50 ms", "busy p50 ms", "busy p95 ms", "busy against untouched");

        foreach (var row in rows)
        {
            table.Add(row.Page, Time(row.Untouched.P50), Time(row.Busy.P50), Time(row.Busy.P95), Time(row.Busy.P50 / row.Untouched.P50) + " ×");
        }

        return $"{Machine.This}\nThe very first page took {Time(rows[0].First)} ms, with nothing warm.\n\n{table}";
    }

    private static string Time(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record PageRow(string Page, double First, Latencies Untouched, Latencies Busy);
}
