using System.Globalization;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>A scan in a process of its own, and what it says.</summary>
internal sealed class ScanChild : IAsyncDisposable
{
    private const int Killed = 137;

    /// <summary>Behind the beginning of the scan and that of the reading of people.</summary>
    private const int FirstPage = 3;

    private readonly Child _child;

    private ScanChild(Child child) => _child = child;

    /// <summary>Starts a scan, or goes on with one.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="folder">The database's folder.</param>
    /// <param name="killAfter">The checkpoint behind which it kills itself; 0 for none.</param>
    public static ScanChild Start(SampleTenant tenant, string folder, int killAfter = 0) => Start(tenant, folder, "--kill-after", killAfter);

    /// <summary>Starts a scan that stands still with a page of people stored, and links to the next ones in its hands.</summary>
    public static async Task<ScanChild> StartHeldUpAsync(SampleTenant tenant, string folder, CancellationToken cancellationToken)
    {
        var child = Start(tenant, folder, "--hold-after", FirstPage);
        await child.HearAsync("held up", cancellationToken);
        return child;
    }

    /// <summary>Waits for a line that begins so, and returns the rest of it.</summary>
    public Task<string> HearAsync(string beginning, CancellationToken cancellationToken) => _child.HearAsync(beginning, cancellationToken);

    public Task ForgetConnectionsAsync() => _child.TellAsync(ScanChildCommand.ForgetConnections);

    public Task GoOnAsync() => _child.TellAsync(ScanChildCommand.GoOn);

    public void Kill() => _child.Kill();

    /// <summary>Waits for the end.</summary>
    /// <returns>Whether the snapshot is whole; otherwise the process was killed. That the scan fails is an error.</returns>
    public async Task<bool> EndAsync(CancellationToken cancellationToken) => (await ReadToEndAsync("", cancellationToken)).IsWhole;

    /// <summary>Waits until the snapshot is whole.</summary>
    /// <returns>How many of the lines on the way began so.</returns>
    public async Task<int> EndCountingAsync(string beginning, CancellationToken cancellationToken) =>
        await ReadToEndAsync(beginning, cancellationToken) is { IsWhole: true } end
            ? end.Lines
            : throw new InvalidOperationException("A scan was killed by somebody else.");

    private async Task<(bool IsWhole, int Lines)> ReadToEndAsync(string beginning, CancellationToken cancellationToken)
    {
        var (lines, last) = (0, "nothing");

        await foreach (var line in _child.Said.WithCancellation(cancellationToken))
        {
            lines += line.StartsWith(beginning, StringComparison.Ordinal) ? 1 : 0;
            last = line;
        }

        await _child.EndedAsync(cancellationToken);

        return _child.ExitCode switch
        {
            0 => (true, lines),
            Killed => (false, lines),
            _ => throw new InvalidOperationException($"A scan ended with exit code {_child.ExitCode}. The last it said was: {last}"),
        };
    }

    private static ScanChild Start(SampleTenant tenant, string folder, string option, int checkpoint) => new(Child.Again(
        ScanChildCommand.Name, "--graph", tenant.Graph.ToString(), "--folder", folder, option, checkpoint.ToString(CultureInfo.InvariantCulture)));

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}
