using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using Microsoft.Extensions.Options;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Runs a scan inside the scheduler, so that its store knows of it: no second one runs beside it anywhere, and one that is
/// cut off by the end of its instance is fired again.
/// </summary>
/// <param name="services">The scope of this run. A scan that can't even be made is logged, and does not disable its trigger.</param>
/// <param name="coordinator">Shows how far it is.</param>
/// <param name="time">Measures it.</param>
/// <param name="logger">Gets its outcome.</param>
[DisallowConcurrentExecution]
internal sealed partial class ScanJob(IServiceProvider services, ScanCoordinator coordinator, TimeProvider time, ILogger<ScanJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (await IsNeedlessAsync(context, cancellationToken))
        {
            return;
        }

        using var cancelled = new CancellationTokenSource();
        using var ending = new CancellationTokenSource();
        await using var heard = cancellationToken.Register(() =>
        {
            if (context.Scheduler.Status is not SchedulerStatus.ShuttingDown)
            {
                cancelled.Cancel();
            }

            // After the reason for it, which whoever ends asks for.
            ending.Cancel();
        });

        await RunAsync(ScanTriggers.Read(context.MergedJobDataMap, cancelled.Token), ending.Token);
        await TidyAsync(cancellationToken);
    }

    // An incremental scan tells nothing new when a full one was due with it and has run, or is due and comes next.
    private static async Task<bool> IsNeedlessAsync(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Trigger.Key.Equals(ScanTriggers.Incremental)
        && await context.Scheduler.GetTrigger(ScanTriggers.Full, cancellationToken) is { } full
        && (full.PreviousFireTimeUtc >= context.ScheduledFireTimeUtc || full.NextFireTimeUtc <= context.FireTimeUtc);

    private async Task RunAsync(ScanRequest request, CancellationToken ending)
    {
        using var measured = ScanMeter.Start(request.Trigger, time);
        coordinator.Begin(request.Trigger, request.StartedBy, request.Kind);

        try
        {
            var outcome = await services.GetRequiredService<Scan>().RunAsync(request, ending);

            if (outcome.TryGet(out var snapshot))
            {
                LogComplete(snapshot.Id, snapshot.People);
                measured.Complete(snapshot.People);
                return;
            }

            LogEnded(outcome.Problem.Kind, outcome.Problem.Detail);
        }
        catch (Exception error) when (!ending.IsCancellationRequested)
        {
            LogBroken(error);
        }
        finally
        {
            coordinator.Ended();
        }

        // Ending like this is what makes Quartz store a trigger for the rest when it was the portal that stopped.
        ending.ThrowIfCancellationRequested();
    }

    // What is left of old snapshots is no part of the scan: it is current already, and the next one tidies what this one couldn't.
    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<SnapshotWriter>()
                .RemoveOldAsync(services.GetRequiredService<IOptionsMonitor<ScanOptions>>().CurrentValue.KeepSnapshots, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The portal stops. The next scan tidies; this one is complete and must not be fired again.
        }
        catch (Exception error)
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
