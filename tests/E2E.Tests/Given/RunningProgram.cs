using System.Diagnostics;

namespace MeshReadiness.E2E.Tests.Given;

/// <summary>One of our programs as a process of its own, known by what it says.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();
    private readonly List<string> _said = [];
    private readonly List<(string Part, TaskCompletionSource<string> Heard)> _listeners = [];
    private readonly Process _process;
    private bool _ended;

    private RunningProgram(string project, IEnumerable<string> arguments)
    {
        var program = Sources.Program(project);
        Assert.True(File.Exists(program), $"{project} isn't built. Build the solution first: dotnet build.");
        _process = new()
        {
            StartInfo = new("dotnet", [program, .. arguments])
            {
                WorkingDirectory = Path.GetDirectoryName(program),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        // Nothing from the surroundings may move the programs to another port or turn their settings.
        _process.StartInfo.Environment.Remove("ASPNETCORE_URLS");
        _process.StartInfo.Environment.Remove("ASPNETCORE_HTTP_PORTS");
        _process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        _process.StartInfo.Environment["DOTNET_ENVIRONMENT"] = "Development";
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public static async Task<RunningProgram> StartAsync(string project, IEnumerable<string> arguments, string announcement)
    {
        var program = new RunningProgram(project, arguments);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        var line = await program.HearAsync(announcement);
        program.Address = new(line[(line.IndexOf(announcement, StringComparison.Ordinal) + announcement.Length)..].Trim());
        return program;
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Waits until the program says, or has said, a line with these words.</summary>
    public async Task<string> HearAsync(string part)
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        lock (_lock)
        {
            if (_said.Find(line => line.Contains(part, StringComparison.Ordinal)) is { } already)
            {
                return already;
            }

            _listeners.Add((part, heard));
        }

        await Task.WhenAny(heard.Task, _process.WaitForExitAsync()).WaitAsync(Patience);
        Assert.True(heard.Task.IsCompletedSuccessfully, $"The program ended before it said \"{part}\". It said:\n{Said}");
        return await heard.Task;
    }

    private string Said
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _said);
            }
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _said.Add(line);
            _listeners.Where(one => line.Contains(one.Part, StringComparison.Ordinal)).ToList().ForEach(one => one.Heard.TrySetResult(line));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
