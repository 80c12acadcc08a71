using System.Globalization;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>A scan in a process of its own, and what it says.</summary>
internal sealed class ScanChild : IAsyncDisposable
{
    private const int Killed = 137;

    private readonly Child _child;

    private ScanChild(Child child) => _child = child;

    /// <summary>Starts a scan, or goes on with one.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="folder">The database's folder.</param>
    /// <param name="killAfter">The checkpoint behind which it kills itself; 0 for none.</param>
    public static ScanChild Start(SampleTenant tenant, string folder, int killAfter = 0) => new(Child.Again(
        ScanChildCommand.Name, "--graph", tenant.Graph.ToString(), "--folder", folder,
        "--kill-after", killAfter.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Waits for a line that begins so, and returns the rest of it.</summary>
    public Task<string> HearAsync(string beginning, CancellationToken cancellationToken) => _child.HearAsync(beginning, cancellationToken);

    public Task ForgetConnectionsAsync() => _child.TellAsync("forget connections");

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

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}
