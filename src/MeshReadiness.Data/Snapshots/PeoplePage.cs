using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Adds those of a page of people that a snapshot doesn't have yet.</summary>
internal static class PeoplePage
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<UserFacts>> AddAsync(
        MeshReadinessDbContext db, Guid snapshotId, IReadOnlyList<PersonEntry> people, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db, snapshotId, people, cancellationToken);
        List<PersonEntry> added = [.. people.Where(entry => known.Add(entry.User.Id))];
        Dictionary<string, (string Json, UserFacts Holder)> sets = [];

        db.ChangeTracker.AutoDetectChangesEnabled = false;

        foreach (var entry in added)
        {
            var (key, json) = LicenceSet.Write(entry.User);
            sets.TryAdd(key, (json, entry.User));
            db.People.Add(PeopleRows.ToRecord(snapshotId, entry, key));
        }

        await AddSetsAsync(db, snapshotId, sets, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return [.. added.Select(entry => entry.User)];
    }

    private static async Task<HashSet<string>> KnownAsync(
        MeshReadinessDbContext db, Guid snapshotId, IReadOnlyList<PersonEntry> people, CancellationToken cancellationToken)
    {
        HashSet<string> known = [];

        foreach (var ids in people.Select(entry => entry.User.Id).Chunk(Chunk))
        {
            known.UnionWith(await db.People.Where(person => person.SnapshotId == snapshotId && ids.Contains(person.Id))
                .Select(person => person.Id).ToListAsync(cancellationToken));
        }

        return known;
    }

    private static async Task AddSetsAsync(
        MeshReadinessDbContext db,
        Guid snapshotId,
        Dictionary<string, (string Json, UserFacts Holder)> sets,
        CancellationToken cancellationToken)
    {
        foreach (var keys in sets.Keys.Chunk(Chunk))
        {
            var known = await db.LicenceSets.Where(set => set.SnapshotId == snapshotId && keys.Contains(set.Key))
                .Select(set => set.Key).ToListAsync(cancellationToken);

            foreach (var key in keys.Except(known))
            {
                var (json, holder) = sets[key];
                db.LicenceSets.Add(new() { SnapshotId = snapshotId, Key = key, Json = json });
                db.LicenceSetSkus.AddRange(holder.AssignedLicenses.Select(licence => licence.SkuId).Distinct()
                    .Select(sku => new LicenceSetSkuRecord { SnapshotId = snapshotId, SkuId = sku, LicenceSet = key }));
            }
        }
    }
}
