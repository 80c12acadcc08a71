using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

// These comparisons run in the database, which compares keys letter by letter; EF translates only this overload.
#pragma warning disable CA1309

namespace MeshReadiness.Data;

/// <summary>
/// Removes people and tenant of a snapshot in small batches, each a statement of its own, so that nobody waits long.
/// Safe to interrupt and to repeat. The head and the counts stay as history.
/// </summary>
internal static class SnapshotContents
{
    private const int Batch = 2_000;

    /// <summary>Empties all but the newest complete snapshots, the current one among them, and what scans that were not whole left.</summary>
    public static async Task<int> RemoveOldAsync(MeshReadinessDbContext db, int keep, CancellationToken cancellationToken)
    {
        var full = await db.Snapshots
            .Where(snapshot => !snapshot.IsEmptied && snapshot.State != ScanState.Running
                && !db.CurrentSnapshot.Any(current => current.SnapshotId == snapshot.Id))
            .OrderByDescending(snapshot => snapshot.StartedAt)
            .Select(snapshot => new { snapshot.Id, snapshot.State })
            .ToListAsync(cancellationToken);

        // The current snapshot is one of those to keep.
        var old = full.Where(snapshot => snapshot.State is ScanState.Complete).Skip(Math.Max(0, keep - 1))
            .Concat(full.Where(snapshot => snapshot.State is not ScanState.Complete)).ToList();

        foreach (var snapshot in old)
        {
            await RemoveAsync(db, snapshot.Id, cancellationToken);
        }

        return old.Count;
    }

    public static async Task RemoveAsync(MeshReadinessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await RemovePeopleAsync(db, id, cancellationToken);
        await RemoveLicenceSetsAsync(db, id, cancellationToken);
        await RemoveTenantAsync(db, id, cancellationToken);

        await db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Footprints.Where(footprint => footprint.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Snapshots.Where(snapshot => snapshot.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.IsEmptied, true), cancellationToken);
    }

    public static async Task RemoveTenantAsync(MeshReadinessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await db.SubscribedSkus.Where(sku => sku.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Groups.Where(group => group.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Policies.Where(policy => policy.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.NamedLocations.Where(location => location.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TenantParts.Where(part => part.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
    }

    // A batch is everything up to the key of its last row: both databases walk their primary key for that.
    private static async Task RemovePeopleAsync(MeshReadinessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var people = db.People.Where(person => person.SnapshotId == id);

        while (await people.OrderBy(person => person.Id).Select(person => person.Id)
            .Skip(Batch).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            await people.Where(person => string.Compare(person.Id, next) < 0).ExecuteDeleteAsync(cancellationToken);
        }

        await people.ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RemoveLicenceSetsAsync(MeshReadinessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var sets = db.LicenceSets.Where(set => set.SnapshotId == id);
        var skus = db.LicenceSetSkus.Where(sku => sku.SnapshotId == id);

        while (await sets.OrderBy(set => set.Key).Select(set => set.Key)
            .Skip(Batch).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            await skus.Where(sku => string.Compare(sku.LicenceSet, next) < 0).ExecuteDeleteAsync(cancellationToken);
            await sets.Where(set => string.Compare(set.Key, next) < 0).ExecuteDeleteAsync(cancellationToken);
        }

        await skus.ExecuteDeleteAsync(cancellationToken);
        await sets.ExecuteDeleteAsync(cancellationToken);
    }
}
