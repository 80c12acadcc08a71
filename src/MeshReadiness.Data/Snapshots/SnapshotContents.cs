using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // The database compares keys letter by letter; EF translates only this overload.

namespace MeshReadiness.Data;

/// <summary>
/// Removes people and tenant of snapshots in small batches, each a statement of its own, so that nobody waits long.
/// Safe to interrupt and to repeat. The heads and the counts stay as history.
/// </summary>
internal sealed class SnapshotContents(MeshReadinessDbContext db, IBulkTables tables)
{
    public const int Batch = 2_000;

    /// <summary>Empties all but the newest complete snapshots, the current one among them, and what scans that were not whole left.</summary>
    public async Task<int> RemoveOldAsync(int keep, CancellationToken cancellationToken)
    {
        var undone = await UndoUnfinishedAsync(cancellationToken);
        var full = await db.Snapshots
            .Where(snapshot => !snapshot.IsEmptied && snapshot.State == ScanState.Complete)
            .OrderByDescending(snapshot => db.CurrentSnapshot.Any(current => current.SnapshotId == snapshot.Id))
            .ThenByDescending(snapshot => snapshot.Number)
            .Select(snapshot => new { snapshot.Id, snapshot.Number, snapshot.Roster })
            .ToListAsync(cancellationToken);
        var (kept, old) = (full.Take(Math.Max(1, keep)).ToList(), full.Skip(Math.Max(1, keep)).ToList());

        foreach (var roster in old.Select(snapshot => snapshot.Roster).Distinct().Except(kept.Select(snapshot => snapshot.Roster)))
        {
            await RemoveRosterAsync(roster, PersonKeys.First(roster), cancellationToken);
        }

        if (old.Count > 0)
        {
            foreach (var roster in kept.GroupBy(snapshot => snapshot.Roster))
            {
                await RemoveEndedAsync(roster.Key, roster.Min(snapshot => snapshot.Number), cancellationToken);
            }
        }

        foreach (var snapshot in old)
        {
            await RemoveReportAsync(snapshot.Id, cancellationToken);
        }

        if (old.Count > 0)
        {
            await RemoveUnusedAsync(cancellationToken);
        }

        return old.Count + undone;
    }

    /// <summary>Takes back what scans that failed or were cancelled did to people, as if they had never been.</summary>
    public async Task<int> UndoUnfinishedAsync(CancellationToken cancellationToken)
    {
        var unfinished = await db.Snapshots.AsNoTracking()
            .Where(snapshot => !snapshot.IsEmptied && (snapshot.State == ScanState.Failed || snapshot.State == ScanState.Cancelled))
            .ToListAsync(cancellationToken);

        foreach (var snapshot in unfinished)
        {
            var (first, end) = (PersonKeys.First(snapshot.Roster), PersonKeys.First(snapshot.Roster + 1));
            await db.People
                .Where(person => person.Until == snapshot.Number && person.Until < PersonRecord.Forever && person.Key >= first && person.Key < end)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Until, PersonRecord.Forever), cancellationToken);

            if (snapshot.BaseId is null)
            {
                await RemoveRosterAsync(snapshot.Roster, first, cancellationToken);
            }
            else
            {
                await RemoveEachAsync(
                    db.People.Where(person => person.Key >= snapshot.FirstKey && person.Key < end).OrderBy(person => person.Key), cancellationToken);
            }

            await RemoveReportAsync(snapshot.Id, cancellationToken);
        }

        return unfinished.Count;
    }

    public static async Task RemoveTenantAsync(MeshReadinessDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await db.SubscribedSkus.Where(sku => sku.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Groups.Where(group => group.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Policies.Where(policy => policy.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.NamedLocations.Where(location => location.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.TenantParts.Where(part => part.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemoveReportAsync(Guid id, CancellationToken cancellationToken)
    {
        await RemoveTenantAsync(db, id, cancellationToken);
        await db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Footprints.Where(footprint => footprint.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.GroupVerdicts.Where(verdicts => verdicts.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.GroupCounts.Where(count => count.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.SnapshotProfiles.Where(profile => profile.SnapshotId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Snapshots.Where(snapshot => snapshot.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.IsEmptied, true), cancellationToken);
    }

    // A batch is everything up to the key of its last row: both databases walk their primary key for that.
    private async Task RemoveRosterAsync(int roster, long from, CancellationToken cancellationToken)
    {
        var byId = db.PeopleById.Where(entry => entry.Roster == roster);
        var byName = db.PeopleByName.Where(entry => entry.Roster == roster);
        var end = PersonKeys.First(roster + 1);
        var people = db.People.Where(person => person.Key >= from && person.Key < end);

        while (await byId.OrderBy(entry => entry.Id).ThenBy(entry => entry.Key).Skip(Batch).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            await byId.Where(entry => string.Compare(entry.Id, next.Id) < 0 || (entry.Id == next.Id && entry.Key < next.Key))
                .ExecuteDeleteAsync(cancellationToken);
        }

        await byId.ExecuteDeleteAsync(cancellationToken);

        while (await byName.OrderBy(entry => entry.SortName).ThenBy(entry => entry.Key).Skip(Batch).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            await byName.Where(entry => string.Compare(entry.SortName, next.SortName) < 0 || (entry.SortName == next.SortName && entry.Key < next.Key))
                .ExecuteDeleteAsync(cancellationToken);
        }

        await byName.ExecuteDeleteAsync(cancellationToken);

        while (await people.OrderBy(person => person.Key).Select(person => (long?)person.Key).FirstOrDefaultAsync(cancellationToken) is { } first)
        {
            await tables.RemoveWordsAsync(db, first, first + Batch, cancellationToken);
            await people.Where(person => person.Key < first + Batch).ExecuteDeleteAsync(cancellationToken);
        }
    }

    // Rows that no snapshot from this number on can see.
    private Task RemoveEndedAsync(int roster, int oldest, CancellationToken cancellationToken)
    {
        var (first, end) = (PersonKeys.First(roster), PersonKeys.First(roster + 1));
        return RemoveEachAsync(
            db.People.Where(person => person.Until <= oldest && person.Until < PersonRecord.Forever && person.Key >= first && person.Key < end)
                .OrderBy(person => person.Until),
            cancellationToken);
    }

    private async Task RemoveEachAsync(IOrderedQueryable<PersonRecord> people, CancellationToken cancellationToken)
    {
        while (await people.Select(person => person.Key).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } keys)
        {
            await tables.RemoveAsync(db, keys, cancellationToken);
        }
    }

    // A running scan may be about to use a profile that nobody has yet, and can begin between two of these statements.
    private async Task RemoveUnusedAsync(CancellationToken cancellationToken)
    {
        var running = db.Snapshots.Where(snapshot => snapshot.State == ScanState.Running);
        var used = db.SnapshotProfiles.Select(profile => profile.ProfileId);
        var held = db.Profiles.Select(profile => profile.HoldingsId);
        var stood = db.Profiles.Select(profile => profile.MembershipsId);
        await db.Profiles.Where(profile => !running.Any() && !used.Contains(profile.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.HoldingsSkus.Where(sku => !running.Any() && !held.Contains(sku.HoldingsId)).ExecuteDeleteAsync(cancellationToken);
        await db.Holdings.Where(holdings => !running.Any() && !held.Contains(holdings.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Memberships.Where(memberships => !running.Any() && !stood.Contains(memberships.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
