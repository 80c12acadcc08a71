using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Makes heads and readings of rows and back.</summary>
internal static class SnapshotHeads
{
    public static SnapshotHead ToHead(SnapshotRecord snapshot) => new(
        snapshot.Id,
        snapshot.Trigger,
        new(snapshot.StartedById, snapshot.StartedByName),
        snapshot.StartedAt,
        snapshot.EndedAt,
        snapshot.State,
        ToProblem(snapshot.ProblemKind, snapshot.ProblemDetail),
        snapshot.PlaybookId,
        snapshot.PlaybookVersion,
        ToOrganization(snapshot),
        snapshot.People,
        [.. snapshot.Readings.OrderBy(reading => reading.Position).Select(reading => new TopicReading(
            reading.Topic, reading.Count, reading.ReadAt, ToProblem(reading.ProblemKind, reading.ProblemDetail)))],
        snapshot.Kind,
        snapshot.KindBecause,
        snapshot.Added is { } added ? new(added, snapshot.Changed ?? 0, snapshot.Removed ?? 0) : null,
        ToCost(snapshot));

    public static RunningScan ToRunning(SnapshotRecord snapshot, ScanCheckpointRecord checkpoint) => new(
        snapshot.Id,
        snapshot.Number,
        snapshot.Kind,
        snapshot.KindBecause,
        snapshot.Trigger,
        new(snapshot.StartedById, snapshot.StartedByName),
        snapshot.StartedAt,
        snapshot.BaseId,
        snapshot.Roster,
        snapshot.FirstKey,
        new(checkpoint.Stage, checkpoint.Link, checkpoint.NextKey, checkpoint.IndexedTo, checkpoint.PeopleExpected, checkpoint.Revision, checkpoint.SkuId),
        snapshot.People,
        ToCost(snapshot),
        snapshot.UsersMark,
        snapshot.CancelRequested);

    public static ReadingCost ToCost(SnapshotRecord snapshot) =>
        new(snapshot.Calls, snapshot.Bytes, snapshot.Units, snapshot.Retries, snapshot.Throttled, snapshot.Waited);

    public static OrganizationFacts? ToOrganization(SnapshotRecord snapshot) => snapshot.TenantId is { } id
        ? new(id, snapshot.TenantName, snapshot.TenantType, snapshot.TenantCountry, snapshot.TenantDomain)
        : null;

    public static IEnumerable<ReadingRecord> ToRecords(Guid snapshotId, ImmutableArray<TopicReading> readings) =>
        readings.Select((reading, position) => new ReadingRecord
        {
            SnapshotId = snapshotId,
            Position = position,
            Topic = reading.Topic,
            Count = reading.Count,
            ReadAt = reading.ReadAt,
            ProblemKind = reading.Problem?.Kind,
            ProblemDetail = reading.Problem?.Detail,
        });

    public static Problem? ToProblem(ProblemKind? kind, string? detail) => kind is { } known ? new(known, detail ?? "") : null;
}
