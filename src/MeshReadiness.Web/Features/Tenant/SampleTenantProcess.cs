using System.Diagnostics;
using System.Globalization;
using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Tenant;

/// <summary>
/// Runs the sample tenant beside the portal, as a process of its own on a loopback port of its own, and reads it over
/// HTTP like the real one. It ends when the portal does, however the portal ends: it watches its standard input.
/// </summary>
internal sealed partial class SampleTenantProcess(IOptions<TenantOptions> options, ILogger<SampleTenantProcess> logger)
    : IHostedService, IDisposable
{
    private const string Announcement = "Sample tenant listening on ";

    private Process? _process;
    private string? _complaint;
    private Uri? _baseUrl = options.Value.BaseUrl;

    /// <summary>Where the sample tenant answers, once it has started.</summary>
    public Uri BaseUrl => _baseUrl ?? throw new InvalidOperationException("The sample tenant has not started yet.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_baseUrl is not null)
        {
            return;
        }

        var program = Path.Combine(AppContext.BaseDirectory, "sample-tenant", "MeshReadiness.SampleTenant.dll");

        if (!File.Exists(program))
        {
            throw new StartupProblem(
                "Tenant:Source is Sample, but the sample tenant isn't part of this build. Set Tenant:Source=Graph, or run from the sources with dotnet run --project src/MeshReadiness.Web.");
        }

        _process = Process.Start(StartInfo(program, options.Value.Sample))
            ?? throw new StartupProblem("The sample tenant could not be started.");
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginErrorReadLine();
        var port = await AnnouncedAsync(_process, cancellationToken);
        _baseUrl = new Uri(port, "v1.0");
        LogStarted(_baseUrl);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _process?.StandardInput.Close();
        return Task.CompletedTask;
    }

    public void Dispose() => _process?.Dispose();

    private static ProcessStartInfo StartInfo(string program, SampleTenantOptions sample) => new("dotnet",
    [
        program, "--exit-with-stdin", "--urls", "http://127.0.0.1:0", "--people", sample.People.ToString(CultureInfo.InvariantCulture),
        "--seed", sample.Seed.ToString(CultureInfo.InvariantCulture), "--scenario", sample.Scenario, "--faults", sample.Faults,
    ])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetDirectoryName(program),
    };

    // The tenant says once where it listens; if it ends before that, so does the waiting.
    private async Task<Uri> AnnouncedAsync(Process process, CancellationToken cancellationToken)
    {
        var announced = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null || line.Data.StartsWith(Announcement, StringComparison.Ordinal))
            {
                announced.TrySetResult(line.Data?[Announcement.Length..].Trim());
            }
        };
        process.BeginOutputReadLine();

        return await announced.Task.WaitAsync(cancellationToken) is { } address
            ? new Uri(address)
            : throw new StartupProblem($"The sample tenant didn't start. {await LastWordsAsync(process, cancellationToken)} Check the settings under Tenant:Sample.");
    }

    private async Task<string?> LastWordsAsync(Process process, CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return _complaint;
    }

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _complaint = line;
            LogComplaint(line);
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "Sample tenant answers at {Address}")]
    private partial void LogStarted(Uri address);

    [LoggerMessage(1002, LogLevel.Warning, "Sample tenant: {Line}")]
    private partial void LogComplaint(string line);
}
