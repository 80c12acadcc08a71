using System.Globalization;
using System.Text;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Finds people by looking at each of them, with rules written down a second time.</summary>
internal static class NaiveSearch
{
    // A name is known that far, and a word is.
    private const int Most = 128;

    /// <summary>Those that a text finds: who has a word for each that was typed, or a name that begins so.</summary>
    public static (List<UserFacts> ByName, List<UserFacts> ByWords) Find(IReadOnlyCollection<UserFacts> people, string typed)
    {
        var beginning = Fold(typed).Trim();
        var asked = Fold(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(piece => piece.IndexOf('@', StringComparison.Ordinal) > 0 ? [Address(piece)] : Words(piece))
            .ToList();
        var byName = people.Where(person => beginning.Length is > 0 and <= Most && Fold(person.DisplayName).Trim().StartsWith(beginning, StringComparison.Ordinal)).ToList();
        var byWords = people.Except(byName).Where(person => asked.Count > 0
            && asked.All(word => Own(person).Any(own => own.StartsWith(word, StringComparison.Ordinal)))).ToList();

        return (byName, byWords);
    }

    private static IEnumerable<string> Own(UserFacts person) =>
    [
        .. Words(Fold(person.DisplayName)), .. Words(Fold(person.UserPrincipalName)), .. Words(Fold(person.Mail)),
        Address(Fold(person.UserPrincipalName)), Address(Fold(person.Mail)),
    ];

    // What can't stand in a word of the index is a dash, in addresses and in what is typed alike.
    private static string Address(string folded) => Cut(string.Concat(folded.Select(letter =>
        letter > 127 || char.IsAsciiLetterOrDigit(letter) || "!#$%&*+-./=?@^`{|}~_".Contains(letter, StringComparison.Ordinal) ? letter : '_')));

    private static IEnumerable<string> Words(string folded)
    {
        var word = new StringBuilder();

        foreach (var rune in folded.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return Cut(word.ToString());
                word.Clear();
            }
        }
    }

    private static string Cut(string word) =>
        word.Length <= Most ? word : word[..(char.IsHighSurrogate(word[Most - 1]) ? Most - 1 : Most)];

    private static string Fold(string? text)
    {
        var whole = string.Concat((text ?? "").EnumerateRunes().Select(rune => rune.ToString()));
        var plain = string.Concat(whole.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

        foreach (var (marked, without) in new[] { ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("ħ", "h"), ("ı", "i"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("\uffff", "\ufffd") })
        {
            plain = plain.Replace(marked, without, StringComparison.Ordinal);
        }

        return plain;
    }
}
