using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>
/// The hidden command of the child processes: does one way once with a tiny tenant and a folder that is thrown away, so that
/// its code is compiled, then once more for the clock, and prints what it measured as one line of JSON.
/// </summary>
internal static class MeasureCommand
{
    public const string Name = "measure";

    private const int WarmChanges = 50;

    private static readonly Dictionary<string, Func<Uri, string, CancellationToken, Task<Measured>>> Ways = new()
    {
        [Way.Limit] = (graph, _, cancellationToken) => LimitWay.MeasureAsync(graph, cancellationToken),
        [Way.Ours] = OursWay.MeasureAsync,
        [Way.Usual] = UsualWay.MeasureAsync,
        [Way.Incremental] = IncrementalWay.MeasureAsync,
        [Way.Evaluation] = EvaluationWay.MeasureAsync,
        [Way.OneByOne] = OneByOneWay.MeasureAsync,
    };

    public static Command Create()
    {
        var way = new Argument<string>("way");
        var graph = ChildOptions.Graph();
        var warm = ChildOptions.Graph("--warm");
        var folder = ChildOptions.Folder();
        var command = new Command(Name, "Measures one way, for the parent process.") { way, graph, warm, folder };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Parent.Heed();
            var measure = Ways[parsed.GetValue(way)!];

            using (var away = new TempFolder())
            {
                await WarmAsync(parsed.GetValue(way)!, parsed.GetValue(warm)!, away.Path, cancellationToken);
            }

            var measured = await measure(parsed.GetValue(graph)!, parsed.GetValue(folder)!, cancellationToken);
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(JsonSerializer.Serialize(measured with { PeakWorkingSet = self.PeakWorkingSet64 }));
        });

        return command;
    }

    private static async Task WarmAsync(string way, Uri tenant, string folder, CancellationToken cancellationToken)
    {
        if (way is Way.Incremental or Way.Evaluation or Way.OneByOne)
        {
            await OursWay.MeasureAsync(tenant, folder, cancellationToken);
        }

        if (way is Way.Incremental)
        {
            using var controls = new TenantControls(tenant);
            await CompanyLife.GoOnAsync(controls, WarmChanges, cancellationToken);
        }

        await Ways[way](tenant, folder, cancellationToken);
    }
}
