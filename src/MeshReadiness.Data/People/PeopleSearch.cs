using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;

#pragma warning disable CA1309 // The database compares names letter by letter; EF translates only this overload.

namespace MeshReadiness.Data;

/// <summary>
/// Turns a question about people into SQL. Verdicts and products belong to profiles, of which there are few, so that people
/// are only compared with a short list.
/// </summary>
internal sealed class PeopleSearch(MeshReadinessDbContext db, IBulkTables tables, SnapshotScope scope, PeopleQuery query)
{
    /// <summary>How many people a text finds at most. Nobody reads more; and who types another letter finds fewer.</summary>
    public const int MostFound = 1_000;

    private readonly IQueryable<int>? _profiles = Profiles(db, scope.Id, query);
    private int[] _labels = [];

    public async Task<PersonPage> FindAsync(CancellationToken cancellationToken)
    {
        _labels = await PeopleSets.LabelsAsync(db, query.Within, cancellationToken);

        return string.IsNullOrWhiteSpace(query.Text) ? await ListAsync(cancellationToken)
            : Guid.TryParse(query.Text.Trim(), out _) ? await ByIdAsync(query.Text.Trim(), cancellationToken)
            : await ByTextAsync(query.Text, cancellationToken);
    }

    private async Task<PersonPage> ListAsync(CancellationToken cancellationToken)
    {
        var total = query.Within.By is null ? await CountAsync(cancellationToken) : await CountWithinAsync(query.Within.By.Value, cancellationToken);

        // Behind the last one that matches, the rest of the names would be gone through for nothing.
        var take = Math.Min(query.Take, total - query.Skip);
        List<long> keys = take <= 0 ? []
            : await InOrder(null, null).Skip(query.Skip).Take(take).Select(found => found.Key).ToListAsync(cancellationToken);
        return new([.. await RowsAsync(keys, cancellationToken)], total, false);
    }

    private Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var counts = db.SnapshotProfiles.Where(count => count.SnapshotId == scope.Id);
        return (_profiles is { } profiles ? counts.Where(count => profiles.Contains(count.ProfileId)) : counts)
            .SumAsync(count => count.People, cancellationToken);
    }

    // Groups are counted by footprint; who holds a product isn't told by that.
    private Task<int> CountWithinAsync(Dimension dimension, CancellationToken cancellationToken)
    {
        if (query.SkuId is not null)
        {
            return Visible().CountAsync(cancellationToken);
        }

        var counts = db.GroupCounts.Where(count => count.SnapshotId == scope.Id && count.Dimension == dimension && _labels.Contains(count.LabelId));
        return (Footprints(db, scope.Id, query) is { } footprints ? counts.Where(count => footprints.Contains(count.Footprint)) : counts)
            .SumAsync(count => count.People, cancellationToken);
    }

    private async Task<PersonPage> ByIdAsync(string id, CancellationToken cancellationToken)
    {
        var written = Guid.Parse(id).ToString();
        var keys = await db.PeopleById.Where(entry => entry.Roster == scope.Roster && (entry.Id == id || entry.Id == written))
            .Join(Visible(), entry => entry.Key, person => person.Key, (_, person) => person.Key)
            .ToListAsync(cancellationToken);
        return new([.. await RowsAsync(keys, cancellationToken)], keys.Count, false);
    }

    // Names that begin with the text come first and are read in order; only if they are few, words are looked at. Whole words
    // before beginnings: one that nearly everybody has, as the domain of all addresses, then needn't be gathered to its end.
    private async Task<PersonPage> ByTextAsync(string text, CancellationToken cancellationToken)
    {
        var beginning = SearchWords.NameBeginning(text);
        var found = beginning.Length == 0
            ? []
            : await InOrder(beginning, After(beginning)).Take(MostFound + 1).ToListAsync(cancellationToken);

        if (SearchWords.Split(text) is { Count: > 0 } words)
        {
            var known = found.Select(item => item.Key).ToHashSet();
            List<Found> others = [];

            foreach (var areWhole in new[] { true, false })
            {
                if (known.Count <= MostFound)
                {
                    others.AddRange((await WithWordsAsync(words, areWhole, cancellationToken)).Where(item => known.Add(item.Key)));
                }
            }

            found.AddRange(others.OrderBy(item => item.SortName, StringComparer.Ordinal).ThenBy(item => item.Key));
        }

        var page = await RowsAsync([.. found.Take(MostFound).Skip(query.Skip).Take(query.Take).Select(item => item.Key)], cancellationToken);
        return new([.. page], Math.Min(found.Count, MostFound), found.Count > MostFound);
    }

    private Task<List<Found>> WithWordsAsync(List<string> words, bool areWhole, CancellationToken cancellationToken) =>
        tables.Find(db, words, areWhole, scope.FirstKey, scope.EndKey)
            .Join(Visible(), key => key, person => person.Key, (_, person) => new Found(person.Key, person.SortName))
            .Take(MostFound + 1)
            .ToListAsync(cancellationToken);

    // The first text behind all that begin so, in whichever order a database compares letters.
    private static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);

    private IQueryable<Found> InOrder(string? from, string? before)
    {
        var names = db.PeopleByName.Where(entry => entry.Roster == scope.Roster);

        if (from is not null)
        {
            names = names.Where(entry => string.Compare(entry.SortName, from) >= 0 && string.Compare(entry.SortName, before) < 0);
        }

        if (_profiles is { } profiles)
        {
            names = names.Where(entry => profiles.Contains(entry.ProfileId));
        }

        return names
            .Join(People(), entry => entry.Key, person => person.Key, (entry, _) => entry)
            .OrderBy(entry => entry.SortName).ThenBy(entry => entry.Key)
            .Select(entry => new Found(entry.Key, entry.SortName));
    }

    private IQueryable<PersonRecord> People() => PeopleSets.Of(query.Within, _labels, scope.Of(db.People.AsNoTracking()));

    private IQueryable<PersonRecord> Visible()
    {
        var people = People();
        return _profiles is { } profiles ? people.Where(person => profiles.Contains(person.ProfileId)) : people;
    }

    private async Task<IEnumerable<PersonRow>> RowsAsync(List<long> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var rows = await PersonFacts.Select(db, db.People.AsNoTracking().Where(person => keys.Contains(person.Key)))
            .ToDictionaryAsync(facts => facts.Person.Key, facts => facts.ToRow(), cancellationToken);
        return keys.Where(rows.ContainsKey).Select(key => rows[key]);
    }

    // The profiles that the question leaves; null when it leaves all.
    private static IQueryable<int>? Profiles(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
    {
        var footprints = Footprints(db, snapshotId, query);

        if (footprints is null && query.SkuId is null)
        {
            return null;
        }

        var profiles = db.SnapshotProfiles.Where(profile => profile.SnapshotId == snapshotId);

        if (footprints is not null)
        {
            profiles = profiles.Where(profile => footprints.Contains(profile.Footprint));
        }

        if (query.SkuId is { } skuId)
        {
            var holders = db.HoldingsSkus.Where(sku => sku.SkuId == skuId)
                .Join(db.Profiles, sku => sku.HoldingsId, profile => profile.HoldingsId, (_, profile) => profile.Id);
            profiles = profiles.Where(profile => holders.Contains(profile.ProfileId));
        }

        return profiles.Select(profile => profile.ProfileId);
    }

    private static IQueryable<string>? Footprints(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
    {
        var experience = query.ExperienceId == ReasonCount.Anywhere ? null : query.ExperienceId;

        if (experience is null && query.ReasonCode is null)
        {
            return query.Verdict is { } best
                ? db.Footprints.Where(footprint => footprint.SnapshotId == snapshotId && footprint.Best == best).Select(footprint => footprint.Key)
                : null;
        }

        var verdicts = db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == snapshotId);

        if (experience is not null)
        {
            verdicts = verdicts.Where(verdict => verdict.ExperienceId == experience);
        }

        if (query.Verdict is { } asked)
        {
            verdicts = verdicts.Where(verdict => verdict.Verdict == asked);
        }

        if (query.ReasonCode is { } code)
        {
            var separated = FootprintVerdictRecord.Separator + code + FootprintVerdictRecord.Separator;
            verdicts = verdicts.Where(verdict => verdict.ReasonCodes.Contains(separated));
        }

        return verdicts.Select(verdict => verdict.Footprint);
    }

    private sealed record Found(long Key, string SortName);
}
