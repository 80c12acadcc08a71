using System.Diagnostics;
using System.Threading.Channels;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>
/// A program that this one started: known by what it says, ended by its own process id or by the end of its input, which
/// also comes when this program dies.
/// </summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();
    private readonly Process _process;

    private Child(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>What it says, line by line; ends with it.</summary>
    public IAsyncEnumerable<string> Said => _said.Reader.ReadAllAsync();

    /// <summary>How it ended: 0 when all went well, 137 when it was killed.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>This program once more, with other arguments.</summary>
    public static Child Again(params IEnumerable<string> arguments) => Start([Sources.Itself, .. arguments], null);

    /// <summary>Another program of ours.</summary>
    public static Child Of(string project, params IEnumerable<string> arguments) =>
        Start([Sources.Program(project), .. arguments], Path.GetDirectoryName(Sources.Program(project)));

    /// <summary>Waits for a line that begins so, and returns the rest of it.</summary>
    public async Task<string> HearAsync(string beginning, CancellationToken cancellationToken)
    {
        await foreach (var line in _said.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..].Trim();
            }
        }

        throw new InvalidOperationException($"A program ended before it said \"{beginning.Trim()}\".");
    }

    public Task TellAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Ends it as a crash would.</summary>
    public void Kill() => _process.Kill();

    public Task EndedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Child Start(IEnumerable<string> arguments, string? folder)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // Nothing from the surroundings may move a server to another port.
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        return new(new() { StartInfo = start });
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _said.Writer.TryComplete();
        }
        else
        {
            _said.Writer.TryWrite(line);
        }
    }
}
