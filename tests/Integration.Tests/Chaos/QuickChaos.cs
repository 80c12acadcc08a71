using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeshReadiness.Integration.Tests.Chaos;

/// <summary>Runs the short version of the fault programs once, as a process of its own.</summary>
public sealed class QuickChaos : IAsyncLifetime
{
    /// <summary>Many times what it takes on two cores; a scan that waits for ever is a failure and not a long night.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly StringBuilder _complaints = new();
    private IReadOnlyDictionary<string, JsonElement> _programs = new Dictionary<string, JsonElement>();

    public async ValueTask InitializeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        var program = Sources.File("tests", "Benchmarks", "bin", Sources.Configuration, Sources.Framework, "Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "chaos", "--quick", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, line) => _complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();

        try
        {
            var document = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            _programs = document.Length == 0
                ? _programs
                : JsonElement.Parse(document).GetProperty("programs").EnumerateArray().ToDictionary(one => one.GetProperty("program").GetString()!);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            _complaints.Append(CultureInfo.InvariantCulture, $"not over after {Longest.TotalMinutes} minutes");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What came of one program.</summary>
    internal JsonElement Of(string program) =>
        _programs.TryGetValue(program, out var outcome) ? outcome : throw new InvalidOperationException($"Nothing came of \"{program}\": {_complaints}");
}
