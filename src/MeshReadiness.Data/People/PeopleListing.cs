using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Finds whom the lines of a list name: by object id, by sign-in name or mail address, or by their whole name, whatever its
/// capitals and marks. Many lines are looked up at once, and what came is compared with each line letter by letter.
/// </summary>
internal sealed class PeopleListing(MeshReadinessDbContext db, IBulkTables tables, SnapshotScope scope)
{
    private const int AtOnce = 400;

    private readonly Dictionary<string, Dictionary<long, PersonRecord>> _people = new(StringComparer.Ordinal);

    /// <param name="lines">The lines.</param>
    /// <param name="most">How many people to tell of where a line fits many.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<ListedPerson>> FindAsync(IReadOnlyList<string> lines, int most, CancellationToken cancellationToken)
    {
        var sought = lines.Select(Sought.Of).ToList();
        var keys = sought.Distinct().ToLookup(one => one.Kind, one => one.Key);
        await ReadAsync(keys[Kind.Id], Ids, person => [person.Id.ToLowerInvariant()], cancellationToken);
        await ReadAsync(keys[Kind.Address], Addresses, person => [Address(person.UserPrincipalName), Address(person.Mail)], cancellationToken);
        await ReadAsync(keys[Kind.Name], Names, person => [SearchWords.Normalise(person.DisplayName ?? "").Trim()], cancellationToken);

        // A name may fit hundreds; what people point at is only read of those who are told of.
        var told = _people.ToDictionary(
            found => found.Key,
            found => found.Value.Values.OrderBy(person => person.SortName, StringComparer.Ordinal).ThenBy(person => person.Key).Take(most).ToList());
        var people = await PeopleAsync([.. told.Values.SelectMany(found => found).DistinctBy(person => person.Key)], cancellationToken);

        return [.. lines.Zip(sought, (line, one) => new ListedPerson(
            line, [.. told.GetValueOrDefault(one.Key, []).Select(person => people[person.Key])], _people.TryGetValue(one.Key, out var all) ? all.Count : 0))];
    }

    // What is found under another spelling than the line's is left out again.
    private async Task ReadAsync(
        IEnumerable<string> keys,
        Func<string[], IQueryable<PersonRecord>> find,
        Func<PersonRecord, IEnumerable<string>> keysOf,
        CancellationToken cancellationToken)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);

        foreach (var some in wanted.Chunk(AtOnce))
        {
            foreach (var person in await find(some).ToListAsync(cancellationToken))
            {
                foreach (var key in keysOf(person).Distinct().Where(wanted.Contains))
                {
                    Add(key, person);
                }
            }
        }
    }

    // Two pieces of a list may both find somebody who has one address in each.
    private void Add(string key, PersonRecord person)
    {
        if (!_people.TryGetValue(key, out var known))
        {
            _people[key] = known = [];
        }

        known[person.Key] = person;
    }

    private IQueryable<PersonRecord> Ids(string[] ids) => db.PeopleById
        .Where(entry => entry.Roster == scope.Roster && ids.Contains(entry.Id))
        .Join(scope.Of(db.People.AsNoTracking()), entry => entry.Key, person => person.Key, (_, person) => person);

    private IQueryable<PersonRecord> Addresses(string[] addresses) => tables
        .FindAny(db, [.. addresses.Select(Word).Distinct()], scope.FirstKey, scope.EndKey)
        .Join(scope.Of(db.People.AsNoTracking()), key => key, person => person.Key, (_, person) => person);

    private IQueryable<PersonRecord> Names(string[] names)
    {
        string[] sorted = [.. names.Select(SearchWords.SortName).Distinct()];
        return db.PeopleByName.Where(entry => entry.Roster == scope.Roster && sorted.Contains(entry.SortName))
            .Join(scope.Of(db.People.AsNoTracking()), entry => entry.Key, person => person.Key, (_, person) => person);
    }

    private async Task<Dictionary<long, FoundPerson>> PeopleAsync(List<PersonRecord> people, CancellationToken cancellationToken)
    {
        Dictionary<int, Footprint> footprints = [];
        Dictionary<long, FoundPerson> found = [];

        foreach (var some in people.Select(person => person.ProfileId).Distinct().Chunk(AtOnce))
        {
            foreach (var profile in await db.SnapshotProfiles.AsNoTracking()
                .Where(profile => profile.SnapshotId == scope.Id && some.Contains(profile.ProfileId)).ToListAsync(cancellationToken))
            {
                footprints[profile.ProfileId] = FootprintKeys.Read(profile.Footprint);
            }
        }

        foreach (var some in people.Select(person => person.Key).Chunk(AtOnce))
        {
            foreach (var facts in await PersonFacts.Select(db, db.People.AsNoTracking().Where(person => some.Contains(person.Key))).ToListAsync(cancellationToken))
            {
                found[facts.Person.Key] = new(facts.ToRow(), footprints[facts.Person.ProfileId]);
            }
        }

        return found;
    }

    private static string Address(string? address) => (address ?? "").ToLowerInvariant();

    private static string Word(string address) => SearchWords.Cut(SearchWords.Clean(SearchWords.Normalise(address)), Lengths.Word).ToString();

    private enum Kind
    {
        Id,
        Address,
        Name,
    }

    private sealed record Sought(Kind Kind, string Key)
    {
        public static Sought Of(string line) =>
            Guid.TryParse(line, out var id) ? new(Kind.Id, id.ToString())
            : line.Contains('@', StringComparison.Ordinal) ? new(Kind.Address, PeopleListing.Address(line))
            : new(Kind.Name, SearchWords.Normalise(line).Trim());
    }
}
