using System.Collections.Immutable;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The steps that saves of a running snapshot share. All of them belong into a transaction.</summary>
internal static class RunningSnapshot
{
    /// <summary>The head, if its scan still runs. The update takes the row's lock, so that two writers of one snapshot wait for each other.</summary>
    public static async Task<SnapshotRecord?> FindAsync(
        MeshReadinessDbContext db, Guid snapshotId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = db.Snapshots.Where(snapshot => snapshot.Id == snapshotId && snapshot.State == ScanState.Running);

        return await running.ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.TouchedAt, now), cancellationToken) == 1
            ? await running.SingleAsync(cancellationToken)
            : null;
    }

    /// <summary>Whether nobody else has saved under this scan in the meantime. If somebody has, they took it over, and this writer must stop.</summary>
    public static Task<bool> IsAtAsync(MeshReadinessDbContext db, RunningScan scan, CancellationToken cancellationToken) => db.ScanCheckpoints.AnyAsync(
        checkpoint => checkpoint.SnapshotId == scan.Id && checkpoint.Revision == scan.At.Revision, cancellationToken);

    public static async Task SaveProgressAsync(MeshReadinessDbContext db, RunningScan scan, CancellationToken cancellationToken)
    {
        await db.Snapshots.Where(snapshot => snapshot.Id == scan.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(snapshot => snapshot.People, scan.People)
                .SetProperty(snapshot => snapshot.UsersMark, scan.UsersMark)
                .SetProperty(snapshot => snapshot.Calls, scan.Cost.Calls)
                .SetProperty(snapshot => snapshot.Bytes, scan.Cost.Bytes)
                .SetProperty(snapshot => snapshot.Units, scan.Cost.Units)
                .SetProperty(snapshot => snapshot.Retries, scan.Cost.Retries)
                .SetProperty(snapshot => snapshot.Throttled, scan.Cost.Throttled)
                .SetProperty(snapshot => snapshot.Waited, scan.Cost.Waited),
            cancellationToken);
        await db.ScanCheckpoints.Where(checkpoint => checkpoint.SnapshotId == scan.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(checkpoint => checkpoint.Stage, scan.At.Stage)
                .SetProperty(checkpoint => checkpoint.Link, scan.At.Link)
                .SetProperty(checkpoint => checkpoint.SkuId, scan.At.SkuId)
                .SetProperty(checkpoint => checkpoint.NextKey, scan.At.NextKey)
                .SetProperty(checkpoint => checkpoint.IndexedTo, scan.At.IndexedTo)
                .SetProperty(checkpoint => checkpoint.PeopleExpected, scan.At.PeopleExpected)
                .SetProperty(checkpoint => checkpoint.Revision, scan.At.Revision),
            cancellationToken);
    }

    public static Task SaveOrganizationAsync(
        MeshReadinessDbContext db, Guid snapshotId, OrganizationFacts? organization, string? groupsMark, CancellationToken cancellationToken) =>
        db.Snapshots.Where(snapshot => snapshot.Id == snapshotId).ExecuteUpdateAsync(
            set => set
                .SetProperty(snapshot => snapshot.TenantId, organization == null ? null : organization.Id)
                .SetProperty(snapshot => snapshot.TenantName, organization == null ? null : organization.DisplayName)
                .SetProperty(snapshot => snapshot.TenantType, organization == null ? null : organization.TenantType)
                .SetProperty(snapshot => snapshot.TenantCountry, organization == null ? null : organization.CountryLetterCode)
                .SetProperty(snapshot => snapshot.TenantDomain, organization == null ? null : organization.DefaultDomain)
                .SetProperty(snapshot => snapshot.GroupsMark, groupsMark),
            cancellationToken);

    public static async Task ReplaceReadingsAsync(
        MeshReadinessDbContext db, Guid snapshotId, ImmutableArray<TopicReading> readings, CancellationToken cancellationToken)
    {
        await db.Readings.Where(reading => reading.SnapshotId == snapshotId).ExecuteDeleteAsync(cancellationToken);
        db.Readings.AddRange(SnapshotHeads.ToRecords(snapshotId, readings));
    }

    public static async Task MakeCurrentAsync(MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken)
    {
        if (await db.CurrentSnapshot.ExecuteUpdateAsync(
            set => set.SetProperty(current => current.SnapshotId, snapshotId), cancellationToken) == 0)
        {
            db.CurrentSnapshot.Add(new() { SnapshotId = snapshotId });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
