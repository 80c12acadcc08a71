using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Tells when the tenant will be read next. Asks the scheduler's store, so that every instance says the same.</summary>
public sealed class ScanSchedule(ISchedulerFactory schedulers)
{
    /// <summary>When the next scans are due.</summary>
    public async Task<NextScans> NextAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var full = await scheduler.GetTrigger(ScanTriggers.Full, cancellationToken);
        var incremental = await scheduler.GetTrigger(ScanTriggers.Incremental, cancellationToken);
        return new(full?.NextFireTimeUtc, incremental?.NextFireTimeUtc);
    }
}

/// <summary>The next scans that are due, in UTC.</summary>
/// <param name="Full">The next full one; <see langword="null"/> when its schedule has come to its end.</param>
/// <param name="Incremental">The next incremental one; <see langword="null"/> when there is no schedule for those.</param>
public sealed record NextScans(DateTimeOffset? Full, DateTimeOffset? Incremental);
