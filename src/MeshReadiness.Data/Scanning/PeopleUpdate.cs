using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Applies changes to people: the old row ends with the snapshot that is being made, a new one begins. Readers of earlier
/// snapshots keep seeing the old row. A change that changes nothing leaves everything as it is.
/// </summary>
internal sealed class PeopleUpdate(PeopleDictionary dictionary, PeopleAppend append, IBulkTables tables)
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
        var before = await PeopleNow.RowsAsync(db, scan.Roster, [.. changes.Select(change => change.Id).Distinct()], cancellationToken);
        var now = await FactsAsync(db, scan.Roster, before, changes, mayAdd, cancellationToken);
        List<UserFacts> users = [.. now.Values.OfType<UserFacts>()];
        await dictionary.PrepareAsync(db, cancellationToken);
        var rows = await append.ToRowsAsync(db, users, scan.Number, nextKey, products, cancellationToken);
        var same = rows.Where(row => before.TryGetValue(row.Id, out var stored) && IsSame(stored, row)).Select(row => row.Id).ToHashSet();

        var profiles = rows.Where(row => !same.Contains(row.Id) && before.TryGetValue(row.Id, out var stored)
            && stored.Since == scan.Number && IsSameButProfile(stored, row)).ToList();
        await SetProfilesAsync(db, scan.Roster, [.. profiles.Select(row => (before[row.Id], row.ProfileId))], cancellationToken);
        same.UnionWith(profiles.Select(row => row.Id));
        rows.RemoveAll(row => same.Contains(row.Id));
        users.RemoveAll(user => same.Contains(user.Id));

        for (var index = 0; index < rows.Count; index++)
        {
            rows[index].Key = nextKey + index;
        }

        List<PersonRecord> gone = [.. before.Values.Where(row => now.ContainsKey(row.Id) && !same.Contains(row.Id))];
        await EndAsync(db, scan, gone, cancellationToken);
        await append.AddAsync(db, rows, users, cancellationToken);
        await PeopleIndex.AddAsync(db, scan.Roster, nextKey, nextKey + rows.Count, cancellationToken);
        return (rows.Count, rows.Count - gone.Count);
    }

    // What is now true of everybody that the changes are about; nothing for those who are gone.
    private static async Task<Dictionary<string, UserFacts?>> FactsAsync(
        MeshReadinessDbContext db,
        int roster,
        Dictionary<string, PersonRecord> before,
        IReadOnlyList<UserChange> changes,
        bool mayAdd,
        CancellationToken cancellationToken)
    {
        // Only where Graph left something out it matters how the person was.
        string[] partly = [.. changes.Where(change => change.Facts is not null && change.Told != UserProperties.All).Select(change => change.Id).Distinct()];
        var known = await PeopleNow.FactsAsync(db, roster, partly, cancellationToken);
        var now = new Dictionary<string, UserFacts?>();

        foreach (var change in changes)
        {
            var isStored = now.TryGetValue(change.Id, out var updated) ? updated is not null : before.ContainsKey(change.Id);

            if (change.Facts is null)
            {
                now[change.Id] = null;
            }
            else if (isStored || mayAdd)
            {
                now[change.Id] = change.ApplyTo(isStored ? updated ?? known.GetValueOrDefault(change.Id) : null);
            }
        }

        return now;
    }

    private static bool IsSame(PersonRecord was, PersonRecord becomes) => was.ProfileId == becomes.ProfileId && IsSameButProfile(was, becomes);

    private static bool IsSameButProfile(PersonRecord was, PersonRecord becomes) =>
        was.DisplayName == becomes.DisplayName && was.UserPrincipalName == becomes.UserPrincipalName && was.Mail == becomes.Mail
        && was.DepartmentId == becomes.DepartmentId && was.JobTitleId == becomes.JobTitleId
        && was.OfficeLocationId == becomes.OfficeLocationId && was.CountryId == becomes.CountryId && was.UsageLocationId == becomes.UsageLocationId;

    // Nobody has seen a row yet that this very scan has added. When only the profile becomes another, as it does for all whose
    // plans are asked for, the row and its places stay.
    private static async Task SetProfilesAsync(
        MeshReadinessDbContext db, int roster, IReadOnlyCollection<(PersonRecord Row, int ProfileId)> people, CancellationToken cancellationToken)
    {
        foreach (var group in people.GroupBy(person => person.ProfileId, person => person.Row))
        {
            foreach (var chunk in group.Chunk(ScanWriter.Chunk))
            {
                var (keys, names) = (chunk.Select(row => row.Key).ToArray(), chunk.Select(row => row.SortName).Distinct().ToArray());
                await db.People.Where(person => keys.Contains(person.Key))
                    .ExecuteUpdateAsync(set => set.SetProperty(person => person.ProfileId, group.Key), cancellationToken);
                await db.PeopleByName.Where(entry => entry.Roster == roster && names.Contains(entry.SortName) && keys.Contains(entry.Key))
                    .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.ProfileId, group.Key), cancellationToken);
            }
        }
    }

    // A row that this very scan has added was never seen by anybody, so it needn't end: it goes.
    private async Task EndAsync(MeshReadinessDbContext db, RunningScan scan, List<PersonRecord> gone, CancellationToken cancellationToken)
    {
        await tables.RemoveAsync(db, [.. gone.Where(row => row.Since == scan.Number).Select(row => row.Key)], cancellationToken);

        foreach (var keys in gone.Where(row => row.Since < scan.Number).Select(row => row.Key).Chunk(ScanWriter.Chunk))
        {
            await db.People.Where(person => keys.Contains(person.Key))
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.Until, scan.Number), cancellationToken);
        }
    }
}
