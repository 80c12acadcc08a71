using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Runs scans one after the other, and the first one by itself where there is no snapshot yet.</summary>
internal sealed partial class ScanWorker(
    ScanCoordinator coordinator,
    SnapshotStore snapshots,
    SnapshotWriter writer,
    IOptionsMonitor<ScanOptions> options,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<ScanWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await snapshots.CurrentAsync(stoppingToken) is null)
        {
            coordinator.StartOrJoin(ScanTrigger.FirstRun, Actor.Portal);
        }

        await foreach (var request in coordinator.Requests.ReadAllAsync(stoppingToken))
        {
            await RunAsync(request, stoppingToken);
            await TidyAsync(stoppingToken);
        }
    }

    private async Task RunAsync(ScanRequest request, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(request.Cancelled, stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        using var measured = ScanMeter.Start(request.Trigger, time);

        try
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<Scan>().RunAsync(request, ending.Token);

            if (outcome.TryGet(out var snapshot))
            {
                LogComplete(snapshot.Id, snapshot.People);
                measured.Complete(snapshot.People);
            }
            else
            {
                LogEnded(outcome.Problem.Kind, outcome.Problem.Detail);
            }
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            LogBroken(error);
        }
        finally
        {
            coordinator.Ended();
        }
    }

    // What is left of old snapshots is no part of the scan: it is current already, and the next one tidies what this one couldn't.
    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await writer.RemoveOldAsync(options.CurrentValue.KeepSnapshots, stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            LogUntidy(error);
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Snapshot {SnapshotId} is current with {People} people")]
    private partial void LogComplete(Guid snapshotId, int people);

    [LoggerMessage(2002, LogLevel.Warning, "Scan ended without a snapshot: {Kind}. {Detail}")]
    private partial void LogEnded(ProblemKind kind, string detail);

    [LoggerMessage(2003, LogLevel.Error, "Scan broke off")]
    private partial void LogBroken(Exception error);

    [LoggerMessage(2004, LogLevel.Warning, "Old snapshots could not be removed")]
    private partial void LogUntidy(Exception error);
}
