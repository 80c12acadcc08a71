using System.CommandLine;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Scans;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// The hidden command of the processes that are killed: scans until the snapshot is whole, or goes on with the scan that
/// the process before it left. Says what it does, line by line.
/// </summary>
internal static class ScanChildCommand
{
    public const string Name = "scan-child";

    /// <summary>Told by the parent: connections that stay open don't notice that the folder is somewhere else.</summary>
    public const string ForgetConnections = "forget connections";

    /// <summary>Told by the parent: what the scan is held up for has been done.</summary>
    public const string GoOn = "go on";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Database:BusyTimeoutSeconds"] = "1",
        ["Scan:Patience"] = "00:10:00",
    };

    public static Command Create()
    {
        var graph = ChildOptions.Graph();
        var folder = ChildOptions.Folder();
        var kill = new Option<int>("--kill-after");
        var hold = new Option<int>("--hold-after");
        var command = new Command(Name, "Scans, for the parent process.") { graph, folder, kill, hold };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(graph)!, parsed.GetValue(folder)!, new(parsed.GetValue(kill), parsed.GetValue(hold)), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri graph, string folder, CheckpointCount checkpoints, CancellationToken cancellationToken)
    {
        Parent.Heed(told => Heed(told, checkpoints));
        await using var product = await Product.OpenAsync(graph, folder, Settings, checkpoints);
        var (coordinator, snapshots) = (product.Get<ScanCoordinator>(), product.Get<SnapshotStore>());

        if (await snapshots.CurrentAsync(cancellationToken) is { } head && !await snapshots.IsUnfinishedAsync(cancellationToken))
        {
            // It was killed between making the snapshot current and saying so.
            Console.WriteLine($"whole {head.People}");
            return 0;
        }

        checkpoints.Watch(coordinator);
        var outcome = await product.TryScanAsync(ScanKind.Full, cancellationToken);
        Console.WriteLine(outcome.TryGet(out var whole) ? $"whole {whole.People}" : $"failed {outcome.Problem.Kind}: {outcome.Problem.Detail}");
        return outcome.Succeeded ? 0 : 1;
    }

    private static void Heed(string told, CheckpointCount checkpoints)
    {
        switch (told)
        {
            case ForgetConnections:
                SqliteConnection.ClearAllPools();
                break;
            case GoOn:
                checkpoints.GoOn();
                break;
        }
    }
}
