using System.Collections.Concurrent;
using System.Diagnostics;
using MeshReadiness.Integration.Tests.Data;

namespace MeshReadiness.Integration.Tests.Startup;

/// <summary>The portal as a process of its own, as an operator starts it: settings in, words and an exit code out.</summary>
internal sealed class PortalProcess : IDisposable
{
    private const string Announcement = "MeshReadiness is at ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly SemaphoreSlim _saidSomething = new(0);
    private readonly TaskCompletionSource<Uri?> _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => _complaints.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All that it has said so far, on both streams.</summary>
    public string Output => string.Join('\n', _output.Concat(_complaints));

    /// <summary>Starts it in this environment with settings as they would stand on the command line.</summary>
    public static PortalProcess Start(TestFolder folder, string environment, params string[] settings)
    {
        var program = Sources.Output("MeshReadiness.Web", "MeshReadiness.Web.dll");
        var start = new ProcessStartInfo("dotnet",
        [
            program, "--contentRoot", Path.GetDirectoryName(program)!, "--Database:Folder", folder.Path, .. settings.Select(setting => $"--{setting}"),
        ])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;

        return new(start);
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> AddressAsync() =>
        await _announced.Task.WaitAsync(Cancelled) ?? throw new InvalidOperationException($"The portal did not start: {Output}");

    /// <summary>Waits until it has written these words to its standard output.</summary>
    public async Task SaysAsync(string words)
    {
        while (!Output.Contains(words, StringComparison.Ordinal))
        {
            await _saidSomething.WaitAsync(Cancelled);
        }
    }

    /// <summary>Waits until it has ended by itself; that it starts instead fails the test.</summary>
    public async Task<Refusal> RefusalAsync()
    {
        if (await _announced.Task.WaitAsync(Cancelled) is { } address)
        {
            Assert.Fail($"The portal started at {address}, and was to refuse.");
        }

        await _process.WaitForExitAsync(Cancelled);
        return new(_process.ExitCode, [.. _complaints.Where(line => line.Length > 0)], string.Join('\n', _output));
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        _saidSomething.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            _announced.TrySetResult(null);
            return;
        }

        _output.Enqueue(line);
        _saidSomething.Release();

        if (line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            _announced.TrySetResult(new(line[Announcement.Length..]));
        }
    }
}

/// <summary>How a start was refused.</summary>
internal sealed record Refusal(int ExitCode, IReadOnlyList<string> Sentences, string Output)
{
    /// <summary>One sentence on standard error with all of these words, exit code 1, and no trace of the inside anywhere.</summary>
    public void IsOneSentenceWith(params string[] words)
    {
        var sentence = Assert.Single(Sentences);
        Assert.All(words, word => Assert.Contains(word, sentence, StringComparison.Ordinal));
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.Equal(1, ExitCode);
        Assert.DoesNotContain("   at ", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", sentence + Output, StringComparison.Ordinal);
    }
}
