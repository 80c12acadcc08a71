using System.Diagnostics;
using System.Globalization;

namespace MeshReadiness.Benchmarks;

/// <summary>The sample tenant in a process of its own, so that its work isn't measured with ours.</summary>
internal sealed class SampleTenant : IDisposable
{
    private const string Announcement = "Sample tenant listening on ";

    private readonly Process _process;

    private SampleTenant(Process process, Uri baseUrl)
    {
        _process = process;
        BaseUrl = baseUrl;
    }

    public Uri BaseUrl { get; }

    public static async Task<SampleTenant> StartAsync(int people, CancellationToken cancellationToken)
    {
        var program = Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "../../../../../src/MeshReadiness.SampleTenant", AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal)
                ? "bin/Release/net10.0"
                : "bin/Debug/net10.0", "MeshReadiness.SampleTenant.dll"));
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [program, "--exit-with-stdin", "--urls", "http://127.0.0.1:0", "--people", people.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new(process, new Uri(line[Announcement.Length..].Trim() + "/v1.0"));
            }
        }

        throw new InvalidOperationException("The sample tenant ended before it was ready.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
