using System.Diagnostics;

namespace MeshReadiness.Integration.Tests.Cli;

/// <summary>The program as people run it.</summary>
internal static class Meshready
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Said> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Sources.Output("MeshReadiness.Cli", "meshready.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["GRAPH_TOKEN"] = "any.well-formed.token" },
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancelled), process.StandardError.ReadToEndAsync(Cancelled));
        await process.WaitForExitAsync(Cancelled);

        return new(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a program said.</summary>
internal sealed record Said(int Code, string Output, string Errors);
