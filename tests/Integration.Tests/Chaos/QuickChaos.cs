using System.Diagnostics;
using System.Text.Json;

namespace MeshReadiness.Integration.Tests.Chaos;

/// <summary>Runs the short version of the fault programs once, as a process of its own.</summary>
public sealed class QuickChaos : IAsyncLifetime
{
    private IReadOnlyDictionary<string, JsonElement> _programs = new Dictionary<string, JsonElement>();
    private string _complaints = "";

    public async ValueTask InitializeAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var program = Sources.File("tests", "Benchmarks", "bin", Sources.Configuration, Sources.Framework, "Benchmarks.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "chaos", "--quick", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync(cancelled);
        var document = await process.StandardOutput.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled);
        _complaints = await complaints;
        _programs = document.Length == 0
            ? _programs
            : JsonElement.Parse(document).GetProperty("programs").EnumerateArray().ToDictionary(one => one.GetProperty("program").GetString()!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What came of one program.</summary>
    internal JsonElement Of(string program) =>
        _programs.TryGetValue(program, out var outcome) ? outcome : throw new InvalidOperationException($"Nothing came of \"{program}\": {_complaints}");
}
