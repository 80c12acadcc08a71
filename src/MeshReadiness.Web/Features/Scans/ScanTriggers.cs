using MeshReadiness.Core.Scanning;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>What the scheduler's store knows of scans: one job, a trigger for each schedule, and one for whoever asks.</summary>
internal static class ScanTriggers
{
    /// <summary>The one job; whatever fires it, only one runs at a time.</summary>
    public static readonly JobKey Job = new("scan");

    /// <summary>Fires when a full scan is due.</summary>
    public static readonly TriggerKey Full = new("full", "schedule");

    /// <summary>Fires when an incremental scan is due.</summary>
    public static readonly TriggerKey Incremental = new("incremental", "schedule");

    /// <summary>Fires once, at once. One key for all who ask: the store takes the first, and the others find it there.</summary>
    public static readonly TriggerKey Requested = new("requested", "request");

    private const string Reason = "reason";
    private const string Kind = "kind";
    private const string ActorId = "actorId";
    private const string ActorName = "actorName";

    public static IJobDetail JobDetail() => JobBuilder.Create<ScanJob>().WithIdentity(Job).StoreDurably().RequestRecovery().Build();

    /// <summary>A schedule. What was missed while nothing ran is made up for by one scan.</summary>
    public static ITrigger Due(TriggerKey key, string cron) => TriggerBuilder.Create()
        .WithIdentity(key)
        .ForJob(Job)
        .UsingJobData(Data(ScanTrigger.Schedule, Actor.Portal, key.Equals(Full) ? ScanKind.Full : ScanKind.Incremental))
        // The full one comes first where both are due.
        .WithPriority(TriggerConstants.DefaultPriority + (key.Equals(Full) ? 1 : 0))
        .WithCronSchedule(cron, schedule => schedule
            .InTimeZone(TimeZoneInfo.Utc)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    /// <summary>A scan right now, by the instance that was asked as long as it lives: its visitors watch it.</summary>
    public static ITrigger Now(ScanTrigger reason, Actor startedBy, ScanKind kind, PreferredNode by) => TriggerBuilder.Create()
        .WithIdentity(Requested)
        .ForJob(Job)
        .UsingJobData(Data(reason, startedBy, kind))
        .WithPreferredNode(by)
        .StartNow()
        .Build();

    /// <summary>Reads what a trigger was stored with; <paramref name="cancelled"/> is for the person who ends the scan.</summary>
    public static ScanRequest Read(JobDataMap data, CancellationToken cancelled) => new(
        Enum.Parse<ScanTrigger>(data.GetString(Reason)!),
        new(data.GetString(ActorId)!, data.GetString(ActorName)!),
        Enum.Parse<ScanKind>(data.GetString(Kind)!),
        cancelled);

    /// <summary>Whether it belongs to a schedule, which always has a trigger in the store, due or not.</summary>
    public static bool IsSchedule(TriggerKey key) => key.Equals(Full) || key.Equals(Incremental);

    private static JobDataMap Data(ScanTrigger reason, Actor startedBy, ScanKind kind) => new()
    {
        [Reason] = reason.ToString(),
        [Kind] = kind.ToString(),
        [ActorId] = startedBy.ObjectId,
        [ActorName] = startedBy.DisplayName,
    };
}
