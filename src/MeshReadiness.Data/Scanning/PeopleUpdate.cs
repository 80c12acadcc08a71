using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Applies changes to people: the old row ends with the snapshot that is being made, a new one begins. Readers of earlier
/// snapshots keep seeing the old row. A change that changes nothing leaves everything as it is.
/// </summary>
internal sealed class PeopleUpdate(PeopleDictionary dictionary, PeopleAppend append, IPeopleTables tables)
{
    /// <summary>Applies a page of changes.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="scan">The running scan.</param>
    /// <param name="nextKey">The key for the next new row.</param>
    /// <param name="changes">The changes, oldest first.</param>
    /// <param name="mayAdd">Whether somebody who isn't stored is new; otherwise what is said about them is left out.</param>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many keys were used, and by how many people became more.</returns>
    public async Task<(int Keys, int People)> ApplyAsync(
        MeshReadinessDbContext db,
        RunningScan scan,
        long nextKey,
        IReadOnlyList<UserChange> changes,
        bool mayAdd,
        TenantProducts products,
        CancellationToken cancellationToken)
    {
        var before = await PeopleNow.FindAsync(db, scan.Roster, [.. changes.Select(change => change.Id).Distinct()], cancellationToken);
        var now = new Dictionary<string, UserFacts?>();

        foreach (var change in changes)
        {
            var known = now.TryGetValue(change.Id, out var updated) ? updated : before.GetValueOrDefault(change.Id)?.Facts;

            if (change.Facts is null || known is not null || mayAdd)
            {
                now[change.Id] = change.Facts is null ? null : change.ApplyTo(known);
            }
        }

        await dictionary.PrepareAsync(db, cancellationToken);
        List<PersonNow> gone = [];
        List<UserFacts> added = [];

        foreach (var (id, facts) in now)
        {
            var stored = before.GetValueOrDefault(id);

            if (stored is not null && facts is not null && await IsSameAsync(db, stored, facts, products, cancellationToken))
            {
                continue;
            }

            if (stored is not null)
            {
                gone.Add(stored);
            }

            if (facts is not null)
            {
                added.Add(facts);
            }
        }

        await EndAsync(db, scan, gone, cancellationToken);
        await append.AddAsync(db, added, scan.Number, nextKey, products, cancellationToken);
        await PeopleIndex.AddAsync(db, scan.Roster, nextKey, nextKey + added.Count, cancellationToken);
        return (added.Count, added.Count - gone.Count);
    }

    private async Task<bool> IsSameAsync(
        MeshReadinessDbContext db, PersonNow stored, UserFacts facts, TenantProducts products, CancellationToken cancellationToken)
    {
        var (was, becomes) = (stored.Row, await append.ToRowAsync(db, facts, stored.Row.Since, stored.Row.Key, products, cancellationToken));

        return was.DisplayName == becomes.DisplayName && was.UserPrincipalName == becomes.UserPrincipalName && was.Mail == becomes.Mail
            && was.ProfileId == becomes.ProfileId && was.DepartmentId == becomes.DepartmentId && was.JobTitleId == becomes.JobTitleId
            && was.OfficeLocationId == becomes.OfficeLocationId && was.CountryId == becomes.CountryId
            && was.UsageLocationId == becomes.UsageLocationId;
    }

    // A row that this very scan has added was never seen by anybody, so it needn't end: it goes.
    private async Task EndAsync(MeshReadinessDbContext db, RunningScan scan, List<PersonNow> gone, CancellationToken cancellationToken)
    {
        await PeopleIndex.RemoveAsync(
            db, tables, [.. gone.Where(person => person.Row.Since == scan.Number).Select(person => person.Row.Key)], cancellationToken);

        foreach (var keys in gone.Where(person => person.Row.Since < scan.Number).Select(person => person.Row.Key).Chunk(ScanWriter.Chunk))
        {
            await db.People.Where(person => keys.Contains(person.Key))
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Until, scan.Number), cancellationToken);
        }
    }
}
