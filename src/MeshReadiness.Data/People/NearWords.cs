using System.Text;

namespace MeshReadiness.Data;

/// <summary>
/// Finds the words that somebody may have meant who mistyped one: with a letter too many, a missing, a wrong one, or two
/// that have changed places. It walks through the stored words of names and domains, in their order, and leaves out all that
/// begin in a way that can't come near any more; so nothing has to be kept in memory for it.
/// </summary>
internal static class NearWords
{
    /// <summary>How many mistakes any word may have.</summary>
    public const int MostMistakes = 2;

    /// <summary>How many spellings of one word are looked for; whoever needs more has typed too little.</summary>
    public const int MostSpellings = 200;

    private const int FirstSurrogate = 0xD800;
    private const char BehindSurrogates = '\uE000';
    private const int LongEnoughForOne = 4;
    private const int LongEnoughForTwo = 8;

    /// <summary>How many mistakes a word may have, by its length.</summary>
    public static int Allowed(string word) =>
        word.EnumerateRunes().Count() switch { >= LongEnoughForTwo => 2, >= LongEnoughForOne => 1, _ => 0 };

    /// <summary>For each word, the beginnings of stored words that are it but for some mistakes.</summary>
    /// <param name="reads">Where words are stored.</param>
    /// <param name="words">What was typed.</param>
    /// <param name="mistakes">How many mistakes each word may have, but for shorter words, which may have fewer.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns><see langword="null"/> when nothing comes near one of the words.</returns>
    public static async Task<List<IReadOnlyCollection<string>>?> FindAsync(
        IPeopleReads reads, IEnumerable<string> words, int mistakes, CancellationToken cancellationToken)
    {
        List<IReadOnlyCollection<string>> all = [];

        foreach (var word in words)
        {
            var spellings = Math.Min(mistakes, Allowed(word)) is > 0 and var allowed
                ? await FindAsync(reads, word, allowed, cancellationToken)
                : [word];

            if (spellings.Count == 0)
            {
                return null;
            }

            all.Add(spellings);
        }

        return all;
    }

    private static async Task<List<string>> FindAsync(IPeopleReads reads, string typed, int mistakes, CancellationToken cancellationToken)
    {
        var distance = new NearDistance(typed, mistakes);
        List<string> found = [];
        var (from, done) = ("", "");

        while (await reads.WordsAsync(from, cancellationToken) is { Count: > 0 } stored)
        {
            from = Behind(stored[^1]);

            foreach (var word in stored)
            {
                // What begins like the word before is settled with it.
                if (done.Length > 0 && word.StartsWith(done, StringComparison.Ordinal))
                {
                    continue;
                }

                var (length, isNear) = distance.Measure(word);

                if (isNear)
                {
                    found.Add(word[..length]);

                    if (found.Count == MostSpellings)
                    {
                        return found;
                    }
                }

                done = word[..length];
            }

            if (done.Length > 0 && stored[^1].StartsWith(done, StringComparison.Ordinal))
            {
                from = After(done) ?? from;
            }
        }

        return found;
    }

    // The first text behind a word that may go on in a way that comes near.
    private static string Behind(string word) => word + '\u0001';

    // The first text behind all that begin so, by characters as databases know them: never half of one.
    private static string? After(string beginning)
    {
        var index = char.IsLowSurrogate(beginning[^1]) ? beginning.Length - 2 : beginning.Length - 1;
        var next = Rune.GetRuneAt(beginning, index).Value + 1;
        return next == FirstSurrogate ? beginning[..index] + BehindSurrogates : Rune.IsValid(next) ? beginning[..index] + new Rune(next) : null;
    }
}
