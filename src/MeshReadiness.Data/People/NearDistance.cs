namespace MeshReadiness.Data;

/// <summary>
/// Measures, letter by letter, whether a word begins like a typed one but for some mistakes. A mistake is a letter too many,
/// a missing or a wrong one, or two neighbours that have changed places.
/// </summary>
internal sealed class NearDistance
{
    private readonly int[] _typed;
    private readonly int _most;
    private int[] _twoBack, _last, _next;

    public NearDistance(string typed, int most)
    {
        _typed = [.. typed.EnumerateRunes().Select(rune => rune.Value)];
        _most = most;
        (_twoBack, _last, _next) = (new int[_typed.Length + 1], new int[_typed.Length + 1], new int[_typed.Length + 1]);
    }

    /// <summary>Looks at a word from its first letter on, only as far as it must.</summary>
    /// <returns>
    /// How much of the word has settled the matter for all words that begin so, and whether they come near; 0 when longer
    /// words that begin like this one may still come near while this one doesn't.
    /// </returns>
    public (int Length, bool IsNear) Measure(string word)
    {
        for (var column = 0; column <= _typed.Length; column++)
        {
            _last[column] = column;
        }

        var (length, before) = (0, -1);

        foreach (var rune in word.EnumerateRunes())
        {
            var least = Add(rune.Value, before);
            length += rune.Utf16SequenceLength;

            if (_last[^1] <= _most || least > _most)
            {
                return (length, _last[^1] <= _most);
            }

            before = rune.Value;
        }

        return (0, false);
    }

    // One more letter of the word; the least that any beginning of the typed one differs.
    private int Add(int letter, int before)
    {
        var least = _next[0] = _last[0] + 1;

        for (var column = 1; column <= _typed.Length; column++)
        {
            var wrong = _typed[column - 1] == letter ? 0 : 1;
            var cost = Math.Min(Math.Min(_last[column], _next[column - 1]) + 1, _last[column - 1] + wrong);

            if (column > 1 && _typed[column - 1] == before && _typed[column - 2] == letter)
            {
                cost = Math.Min(cost, _twoBack[column - 2] + 1);
            }

            _next[column] = cost;
            least = Math.Min(least, cost);
        }

        (_twoBack, _last, _next) = (_last, _next, _twoBack);
        return least;
    }
}
