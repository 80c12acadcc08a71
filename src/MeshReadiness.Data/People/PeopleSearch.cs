namespace MeshReadiness.Data;

/// <summary>Finds whom a question asks for: everybody whom its filters leave, somebody by object id, or people by a text.</summary>
internal sealed class PeopleSearch(IPeopleReads reads, SnapshotScope scope, PeopleQuery query)
{
    /// <summary>
    /// How many people a text finds at most. Nobody reads more, and who types another letter finds fewer; a search costs
    /// about as much as it finds.
    /// </summary>
    public const int MostFound = 250;

    public async Task<FoundPage> FindAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return await ListAsync(cancellationToken);
        }

        var text = query.Text.Trim();

        if (Guid.TryParse(text, out var id))
        {
            var keys = await reads.ByIdAsync(scope, query, [text, id.ToString()], cancellationToken);
            return new([.. keys], keys.Count, false, false);
        }

        var found = await ByTextAsync(text, cancellationToken);
        return found.Total > 0 || !query.OrNear ? found : await NearAsync(text, cancellationToken);
    }

    private async Task<FoundPage> ListAsync(CancellationToken cancellationToken)
    {
        var total = await reads.CountAsync(scope, query, cancellationToken);

        // Behind the last one that matches, the rest of the names would be gone through for nothing.
        var take = Math.Min(query.Take, total - query.Skip);
        return new(take <= 0 ? [] : [.. await reads.ByNameAsync(scope, query, null, query.Skip, take, cancellationToken)], total, false, false);
    }

    // Names that begin with the text come first and are read in order; only if they are few, words are looked at. Whole words
    // before beginnings: one that nearly everybody has, as the domain of all addresses, then needn't be gathered to its end.
    private async Task<FoundPage> ByTextAsync(string text, CancellationToken cancellationToken)
    {
        var beginning = SearchWords.NameBeginning(text);
        var found = beginning.Length == 0 ? [] : await reads.ByNameAsync(scope, query, beginning, 0, MostFound + 1, cancellationToken);

        if (found.Count <= MostFound && SearchWords.Split(text) is { Count: > 0 } words)
        {
            var known = found.ToHashSet();
            List<Found> others = [];

            foreach (var areWhole in new[] { true, false })
            {
                if (known.Count <= MostFound)
                {
                    var with = await reads.WithWordsAsync(scope, query, [.. words.Select(word => new[] { word })], areWhole, MostFound + 1, cancellationToken);
                    others.AddRange(with.Where(item => known.Add(item.Key)));
                }
            }

            found.AddRange(Ordered(others));
        }

        return Page(found, false);
    }

    // One mistake first: who comes that near is meant rather than who comes nearer to something else.
    private async Task<FoundPage> NearAsync(string text, CancellationToken cancellationToken)
    {
        var words = SearchWords.Parts(text);

        for (var mistakes = 1; mistakes <= NearWords.MostMistakes; mistakes++)
        {
            if (words.Exists(word => NearWords.Allowed(word) >= mistakes)
                && await NearWords.FindAsync(reads, words, mistakes, cancellationToken) is { } spellings
                && await reads.WithWordsAsync(scope, query, spellings, false, MostFound + 1, cancellationToken) is { Count: > 0 } found)
            {
                return Page([.. Ordered(found)], true);
            }
        }

        return new([], 0, false, false);
    }

    private static IEnumerable<long> Ordered(IEnumerable<Found> found) =>
        found.OrderBy(item => item.SortName, StringComparer.Ordinal).ThenBy(item => item.Key).Select(item => item.Key);

    private FoundPage Page(List<long> found, bool isNear) => new(
        [.. found.Take(MostFound).Skip(query.Skip).Take(query.Take)], Math.Min(found.Count, MostFound), found.Count > MostFound, isNear);
}
