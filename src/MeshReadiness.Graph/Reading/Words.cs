namespace MeshReadiness.Graph.Reading;

/// <summary>Knows what a word means. The few words of a reading are worked out once each.</summary>
internal sealed class Words<T>
    where T : struct, Enum
{
    private const int MostWords = 256;

    private readonly Dictionary<string, T?> _known = new(StringComparer.Ordinal);

    /// <summary>The meaning; <see langword="null"/> for a word that this version doesn't know.</summary>
    public T? this[string? word]
    {
        get
        {
            if (word is null)
            {
                return null;
            }

            if (!_known.TryGetValue(word, out var meaning))
            {
                meaning = JsonReading.Word<T>(word);

                if (_known.Count < MostWords)
                {
                    _known[word] = meaning;
                }
            }

            return meaning;
        }
    }
}
