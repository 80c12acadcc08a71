using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>Words of messages, made comparable: small letters, no endings, no words that say nothing.</summary>
internal static partial class SymptomWords
{
    private const int LongEnoughForOneError = 4, LongEnoughForTwo = 8, LongEnoughToBegin = 2;

    private static readonly FrozenSet<string> Empty = FrozenSet.Create(
        "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "do", "does", "doesnt", "dont", "for", "from", "has", "have", "her", "him", "his",
        "i", "in", "is", "isnt", "it", "its", "me", "my", "of", "on", "or", "our", "please", "she", "he", "that", "the", "their", "them", "there", "they",
        "this", "to", "was", "we", "were", "what", "when", "which", "with", "you", "your", "again", "later", "try", "error", "message", "says");

    /// <summary>The words of a text that tell something, in their order.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        var words = Word().Matches(Apostrophes().Replace(text.ToLowerInvariant(), "")).Select(match => match.Value).ToList();
        var telling = words.Where(word => !Empty.Contains(word)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(Stem)];
    }

    /// <summary>How alike two words are, from 0 to 1.</summary>
    /// <param name="typed">A word that somebody typed.</param>
    /// <param name="known">A word of a phrase.</param>
    /// <param name="mayGoOn">Whether it may be the beginning of a longer one.</param>
    public static double Likeness(string typed, string known, bool mayGoOn) =>
        typed == known ? 1
        : mayGoOn && typed.Length >= LongEnoughToBegin && known.StartsWith(typed, StringComparison.Ordinal) ? 0.9
        : IsMistyped(typed, known, Math.Min(typed.Length, known.Length) switch { >= LongEnoughForTwo => 2, >= LongEnoughForOneError => 1, _ => 0 }) ? 0.8
        : 0;

    private static bool IsMistyped(string typed, string known, int most) => Math.Abs(typed.Length - known.Length) <= most && Errors(typed, known) <= most;

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ed", "es", "s"])
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                word = word[..^ending.Length];
                break;
            }
        }

        return word.Length > 3 && word.EndsWith('e') ? word[..^1] : word;
    }

    // Letters that have to be put in, taken out, changed or swapped with their neighbour.
    private static int Errors(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];

        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                rows[row, column] = (row, column) switch
                {
                    (0, _) => column,
                    (_, 0) => row,
                    _ => Math.Min(
                        Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1,
                        rows[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)),
                };

                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    rows[row, column] = Math.Min(rows[row, column], rows[row - 2, column - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("['’`´]")]
    private static partial Regex Apostrophes();
}
