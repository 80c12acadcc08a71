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
