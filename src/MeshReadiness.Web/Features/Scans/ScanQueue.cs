using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Asks the scheduler for a scan, or for the end of one. Its store decides for all instances: whoever asks while a scan
/// runs or waits anywhere joins that one.
/// </summary>
internal sealed class ScanQueue(ISchedulerFactory schedulers, ScanCoordinator coordinator, SchedulerStorage storage)
{
    /// <summary>Starts a scan, or joins the one that is under way.</summary>
    /// <returns>Whether a new one was started.</returns>
    public async Task<bool> StartOrJoinAsync(ScanTrigger reason, Actor startedBy, ScanKind kind, CancellationToken cancellationToken)
    {
        // Shown before it is stored: it may have run and ended by the time that storing returns.
        var expected = coordinator.Expect(reason, startedBy, kind);
        var isStarted = false;

        try
        {
            return isStarted = await TryScheduleAsync(reason, startedBy, kind, cancellationToken);
        }
        finally
        {
            if (!isStarted && expected is not null)
            {
                coordinator.Withdraw(expected);
            }
        }
    }

    /// <summary>
    /// Ends the scan that is under way: one that waits is taken out, one that runs is interrupted, also in another
    /// instance, which hears of it at its next check-in.
    /// </summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> CancelAsync(CancellationToken cancellationToken)
    {
        var shown = coordinator.Progress;
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        if (await scheduler.Interrupt(ScanTriggers.Job, cancellationToken))
        {
            return true;
        }

        var waiting = (await RequestsAsync(scheduler, cancellationToken)).Select(request => request.Key).ToList();
        var removed = await scheduler.UnscheduleJobs(waiting, cancellationToken);

        // Also where nothing was left to take out: another instance may have run what was expected here.
        if (shown is not null)
        {
            coordinator.Withdraw(shown);
        }

        return removed.Count > 0;
    }

    private async Task<bool> TryScheduleAsync(ScanTrigger reason, Actor startedBy, ScanKind kind, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);

        if (await IsUnderWayAsync(scheduler, cancellationToken))
        {
            return false;
        }

        var here = storage.IsSqlServer ? PreferredNode.For(scheduler.SchedulerInstanceId) : PreferredNode.None;

        try
        {
            await scheduler.ScheduleJob(ScanTriggers.Now(reason, startedBy, kind, here), cancellationToken: cancellationToken);
            return true;
        }
        catch (ObjectAlreadyExistsException)
        {
            // Somebody asked at the same time and was first.
            return false;
        }
    }

    private static async Task<bool> IsUnderWayAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var running = await scheduler.QueryFireInstances(new() { Job = ScanTriggers.Job }, cancellationToken);
        return running.Items.Count > 0 || (await RequestsAsync(scheduler, cancellationToken)).Any();
    }

    // What somebody asked for, and what Quartz itself stored to go on with a scan that was cut off.
    private static async Task<IEnumerable<TriggerHeader>> RequestsAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var triggers = await scheduler.QueryTriggers(new() { Job = ScanTriggers.Job }, cancellationToken);
        return triggers.Items.Where(trigger => !ScanTriggers.IsSchedule(trigger.Key));
    }
}
