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
            reading.Topic, reading.Count, reading.ReadAt, ToProblem(reading.ProblemKind, reading.ProblemDetail)))]);

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
