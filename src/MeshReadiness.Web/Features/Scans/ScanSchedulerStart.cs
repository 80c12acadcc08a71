using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Brings the stored schedule in line with the settings, lets the scheduler run once the portal serves, and asks for the
/// first scan.
/// </summary>
internal sealed class ScanSchedulerStart(
    ISchedulerFactory schedulers, ScanQueue queue, SnapshotStore snapshots, StorageProblems problems, IOptions<ScanOptions> options)
    : IHostedLifecycleService
{
    public Task StartAsync(CancellationToken cancellationToken) => GuardAsync(async scheduler =>
    {
        await scheduler.AddJob(ScanTriggers.JobDetail(), AddJobOptions.Replacing, cancellationToken);
        await SetAsync(scheduler, ScanTriggers.Full, options.Value.Schedule, cancellationToken);
        await SetAsync(scheduler, ScanTriggers.Incremental, options.Value.IncrementalSchedule, cancellationToken);
    }, cancellationToken);

    /// <summary>When the server listens: a start that is refused has begun no scan.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) => GuardAsync(async scheduler =>
    {
        await scheduler.Start(cancellationToken);

        // Now what was cut off is in line again, and asking for a scan joins it.
        if (await IsScanMissingAsync(cancellationToken))
        {
            await queue.StartOrJoinAsync(ScanTrigger.FirstRun, Actor.Portal, ScanKind.Full, cancellationToken);
        }
    }, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The stored trigger stays as long as it says the same: it remembers what was missed while the portal was away.
    private static async Task SetAsync(IScheduler scheduler, TriggerKey key, string cron, CancellationToken cancellationToken)
    {
        if (cron.Length == 0)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
        }
        else if (await scheduler.GetTrigger(key, cancellationToken) is not ICronTrigger stored
            || stored.CronExpressionString != cron
            || await scheduler.GetTriggerState(key, cancellationToken) is TriggerState.Error)
        {
            await scheduler.ScheduleJob(ScanTriggers.Due(key, cron), ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    // A scan that is unfinished in the snapshot tables, and for any reason no longer in the scheduler's, belongs here too.
    private async Task<bool> IsScanMissingAsync(CancellationToken cancellationToken) =>
        await snapshots.CurrentAsync(cancellationToken) is null || await snapshots.IsUnfinishedAsync(cancellationToken);

    private async Task GuardAsync(Func<IScheduler, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(await schedulers.GetScheduler(cancellationToken));
        }
        catch (SchedulerException refused)
        {
            throw new StartupProblem(problems.Find(refused)?.Detail
                ?? "The schedule of the scans can't be read from the database or written to it. See that the portal's account may read and write "
                + "its tables QRTZ_*, then start again.");
        }
    }
}
