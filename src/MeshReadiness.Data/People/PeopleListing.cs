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

    private readonly Dictionary<string, List<PersonFacts>> _people = new(StringComparer.Ordinal);

    public async Task<ImmutableArray<ListedPerson>> FindAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var sought = lines.Select(Sought.Of).DistinctBy(one => one.Key).ToLookup(one => one.Kind, one => one.Key);
        await ReadAsync(sought[Kind.Id], Ids, person => [person.Id.ToLowerInvariant()], cancellationToken);
        await ReadAsync(sought[Kind.Address], Addresses, person => [Address(person.UserPrincipalName), Address(person.Mail)], cancellationToken);
        await ReadAsync(sought[Kind.Name], Names, person => [SearchWords.Normalise(person.DisplayName ?? "").Trim()], cancellationToken);
        var footprints = await FootprintsAsync(cancellationToken);

        return [.. lines.Select(line => new ListedPerson(line, [.. People(Sought.Of(line).Key)
            .OrderBy(person => person.Person.SortName, StringComparer.Ordinal).ThenBy(person => person.Person.Key)
            .Select(person => new FoundPerson(person.ToRow(), footprints[person.Person.ProfileId]))]))];
    }

    private List<PersonFacts> People(string key) => _people.GetValueOrDefault(key, []);

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
            foreach (var person in await PersonFacts.Select(db, find(some)).ToListAsync(cancellationToken))
            {
                foreach (var key in keysOf(person.Person).Distinct().Where(wanted.Contains))
                {
                    Add(key, person);
                }
            }
        }
    }

    // Two pieces of a list may both find somebody who has one address in each.
    private void Add(string key, PersonFacts person)
    {
        if (!_people.TryGetValue(key, out var known))
        {
            _people[key] = known = [];
        }

        if (known.TrueForAll(other => other.Person.Key != person.Person.Key))
        {
            known.Add(person);
        }
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

    private async Task<Dictionary<int, Footprint>> FootprintsAsync(CancellationToken cancellationToken)
    {
        Dictionary<int, Footprint> footprints = [];

        foreach (var some in _people.Values.SelectMany(people => people).Select(person => person.Person.ProfileId).Distinct().Chunk(AtOnce))
        {
            var found = db.SnapshotProfiles.Where(profile => profile.SnapshotId == scope.Id && some.Contains(profile.ProfileId))
                .Join(
                    db.Footprints.Where(footprint => footprint.SnapshotId == scope.Id),
                    profile => profile.Footprint,
                    footprint => footprint.Key,
                    (profile, footprint) => new { profile.ProfileId, Footprint = new Footprint(footprint.UserType, footprint.AccountEnabled, footprint.Standings) });

            foreach (var one in await found.ToListAsync(cancellationToken))
            {
                footprints[one.ProfileId] = one.Footprint;
            }
        }

        return footprints;
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
