using System.Collections.Immutable;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // The database compares names letter by letter; EF translates only this overload.

namespace MeshReadiness.Data;

/// <summary>What look-ups read, through the model.</summary>
internal sealed class ModelReads(IDbContextFactory<MeshReadinessDbContext> contexts, IBulkTables tables) : IPeopleReads
{
    // A server answers many words as fast as one.
    private const int WordsAtOnce = 2_000;

    public async Task<Guid?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CurrentSnapshot.Select(current => (Guid?)current.SnapshotId).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<SnapshotScope?> ScopeAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SnapshotScope.FindAsync(db, snapshotId, cancellationToken);
    }

    public async Task<int> CountAsync(SnapshotScope scope, PeopleQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (query.Within.By is { } dimension)
        {
            return await CountWithinAsync(db, scope, query, dimension, cancellationToken);
        }

        var counts = db.SnapshotProfiles.Where(count => count.SnapshotId == scope.Id);
        return await (AskedProfiles.Of(db, scope.Id, query) is { } profiles ? counts.Where(count => profiles.Contains(count.ProfileId)) : counts)
            .SumAsync(count => count.People, cancellationToken);
    }

    public async Task<List<long>> ByNameAsync(
        SnapshotScope scope, PeopleQuery query, string? beginning, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = db.PeopleByName.Where(entry => entry.Roster == scope.Roster);

        if (beginning is not null)
        {
            var end = After(beginning);
            names = names.Where(entry => string.Compare(entry.SortName, beginning) >= 0 && string.Compare(entry.SortName, end) < 0);
        }

        if (AskedProfiles.Of(db, scope.Id, query) is { } profiles)
        {
            names = names.Where(entry => profiles.Contains(entry.ProfileId));
        }

        return await names
            .Join(PeopleSets.Of(query.Within, await PeopleSets.LabelsAsync(db, query.Within, cancellationToken), scope.Of(db.People.AsNoTracking())), entry => entry.Key, person => person.Key, (entry, _) => entry)
            .OrderBy(entry => entry.SortName).ThenBy(entry => entry.Key)
            .Select(entry => entry.Key)
            .Skip(skip).Take(take)
            .ToListAsync(cancellationToken);
    }

    public async Task<List<Found>> WithWordsAsync(
        SnapshotScope scope, PeopleQuery query, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await tables.Find(db, words, areWhole, scope.FirstKey, scope.EndKey)
            .Join(await VisibleAsync(db, scope, query, cancellationToken), key => key, person => person.Key, (_, person) => new Found(person.Key, person.SortName))
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    public async Task<List<long>> ByIdAsync(SnapshotScope scope, PeopleQuery query, string[] ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PeopleById.Where(entry => entry.Roster == scope.Roster && ids.Contains(entry.Id))
            .Join(await VisibleAsync(db, scope, query, cancellationToken), entry => entry.Key, person => person.Key, (_, person) => person.Key)
            .ToListAsync(cancellationToken);
    }

    public async Task<List<string>> WordsAsync(string from, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.NameWords.Where(word => string.Compare(word.Word, from) >= 0)
            .Select(word => word.Word).OrderBy(word => word).Take(WordsAtOnce).ToListAsync(cancellationToken);
    }

    public async Task<ImmutableArray<PersonRow>> RowsAsync(ImmutableArray<long> keys, CancellationToken cancellationToken)
    {
        if (keys.IsEmpty)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await PersonFacts.Select(db, db.People.AsNoTracking().Where(person => keys.Contains(person.Key)))
            .ToDictionaryAsync(facts => facts.Person.Key, facts => facts.ToRow(), cancellationToken);
        return [.. keys.Where(rows.ContainsKey).Select(key => rows[key])];
    }

    public async Task<UserFacts?> PersonAsync(SnapshotScope scope, string idOrName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = scope.Of(db.People.AsNoTracking());
        var candidates = idOrName.Contains('@', StringComparison.Ordinal)
            ? SearchWords.Split(idOrName) is [var address]
                ? tables.Find(db, [[address]], areWhole: true, scope.FirstKey, scope.EndKey).Join(people, key => key, person => person.Key, (_, person) => person)
                : people.Where(_ => false)
            : db.PeopleById.Where(entry => entry.Roster == scope.Roster && entry.Id == idOrName)
                .Join(people, entry => entry.Key, person => person.Key, (_, person) => person);
        var found = (await PersonFacts.Select(db, candidates).ToListAsync(cancellationToken))
            .FirstOrDefault(facts => facts.Person.IsCalled(idOrName));

        return found?.ToFacts(
            await StoredHoldings.FindAsync(db, found.HoldingsId, cancellationToken), await StoredMemberships.FindAsync(db, found.MembershipsId, cancellationToken));
    }

    /// <summary>The first text behind all that begin so, in whichever order a database compares letters.</summary>
    internal static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);

    // Groups are counted by footprint; who holds a product isn't told by that.
    private static async Task<int> CountWithinAsync(
        MeshReadinessDbContext db, SnapshotScope scope, PeopleQuery query, Dimension dimension, CancellationToken cancellationToken)
    {
        if (query.SkuId is not null)
        {
            return await (await VisibleAsync(db, scope, query, cancellationToken)).CountAsync(cancellationToken);
        }

        var labels = await PeopleSets.LabelsAsync(db, query.Within, cancellationToken);
        var counts = db.GroupCounts.Where(count => count.SnapshotId == scope.Id && count.Dimension == dimension && labels.Contains(count.LabelId));
        return await (AskedProfiles.Footprints(db, scope.Id, query) is { } footprints ? counts.Where(count => footprints.Contains(count.Footprint)) : counts)
            .SumAsync(count => count.People, cancellationToken);
    }

    private static async Task<IQueryable<PersonRecord>> VisibleAsync(
        MeshReadinessDbContext db, SnapshotScope scope, PeopleQuery query, CancellationToken cancellationToken)
    {
        var labels = await PeopleSets.LabelsAsync(db, query.Within, cancellationToken);
        var people = PeopleSets.Of(query.Within, labels, scope.Of(db.People.AsNoTracking()));
        return AskedProfiles.Of(db, scope.Id, query) is { } profiles ? people.Where(person => profiles.Contains(person.ProfileId)) : people;
    }
}
