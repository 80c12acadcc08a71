using System.Globalization;
using System.Text;

namespace MeshReadiness.Data;

/// <summary>
/// Makes texts comparable, without capitals and without marks, so that "Soren" finds "Søren" and "JOSE" finds "José"; and
/// takes them apart into the words that people are found by.
/// </summary>
internal static class SearchWords
{
    /// <summary>What a word may hold besides letters and digits; everything else becomes the last of them.</summary>
    public const string AddressCharacters = "!#$%&*+-./=?@^`{|}~_";

    private const int MostWords = 24;

    // Behind every name: people without one come last.
    private const char Nameless = '\uffff';

    /// <summary>What lists are ordered by: the beginning of the name.</summary>
    public static string SortName(string? name) =>
        Cut(Normalise(name ?? "").AsSpan().Trim(), Lengths.SortName) is { Length: > 0 } beginning ? beginning.ToString() : Nameless.ToString();

    /// <summary>What a name must begin with that was typed like this; empty when no name is known that far.</summary>
    public static string NameBeginning(string typed)
    {
        var normal = Normalise(typed).Trim();
        return normal.Length <= Lengths.SortName ? normal : "";
    }

    /// <summary>The beginnings of words that were typed. An address stays whole.</summary>
    public static List<string> Split(string typed)
    {
        List<string> words = [];

        foreach (var piece in Normalise(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Contains('@', StringComparison.Ordinal) && !piece.StartsWith('@'))
            {
                Add(Clean(piece), words);
            }
            else
            {
                AddParts(piece, words);
            }
        }

        return words.Count > MostWords ? words[..MostWords] : words;
    }

    /// <summary>The words that were typed, addresses taken apart as well.</summary>
    public static List<string> Parts(string typed)
    {
        List<string> words = [];
        AddParts(Normalise(typed), words);
        return words.Count > MostWords ? words[..MostWords] : words;
    }

    public static string Normalise(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var letters = new StringBuilder(text.Length);

        // Runes first: a lone half of a surrogate pair would stop the normalisation.
        foreach (var rune in text.EnumerateRunes())
        {
            letters.Append(rune.ToString());
        }

        var decomposed = letters.ToString().Normalize(NormalizationForm.FormD).ToLowerInvariant();
        letters.Clear();

        foreach (var letter in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                letters.Append(WithoutStroke(letter));
            }
        }

        return letters.ToString();
    }

    /// <summary>The next run of letters and digits from a place on; empty at the end.</summary>
    public static ReadOnlySpan<char> NextPart(ReadOnlySpan<char> normal, ref int at)
    {
        while (at < normal.Length && PartAt(normal, at) is (false, var length))
        {
            at += length;
        }

        var start = at;

        while (at < normal.Length && PartAt(normal, at) is (true, var length))
        {
            at += length;
        }

        return normal[start..at];
    }

    /// <summary>The beginning of a text; never half a character.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    // Rare letters, Chinese ones among them, are two characters long; and in the scripts of India, vowels are marks.
    private static (bool IsPart, int Length) PartAt(ReadOnlySpan<char> text, int at)
    {
        if (!char.IsSurrogate(text[at]))
        {
            return (char.IsLetterOrDigit(text[at]) || (text[at] > 127 && char.GetUnicodeCategory(text[at]) is UnicodeCategory.SpacingCombiningMark), 1);
        }

        Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
        return (Rune.IsLetterOrDigit(rune), length);
    }

    private static void AddParts(string normal, List<string> words)
    {
        var at = 0;

        while (NextPart(normal, ref at) is { Length: > 0 } part)
        {
            Add(part.ToString(), words);
        }
    }

    private static void Add(string word, List<string> words)
    {
        var kept = Cut(word, Lengths.Word).ToString();

        if (!words.Contains(kept))
        {
            words.Add(kept);
        }
    }

    /// <summary>An address as a word.</summary>
    public static string Clean(string address)
    {
        foreach (var letter in address)
        {
            if (!IsKept(letter))
            {
                return string.Create(address.Length, address, (clean, source) =>
                {
                    for (var at = 0; at < source.Length; at++)
                    {
                        clean[at] = IsKept(source[at]) ? source[at] : '_';
                    }
                });
            }
        }

        return address;
    }

    private static bool IsKept(char letter) =>
        letter > 127 || char.IsAsciiLetterOrDigit(letter) || AddressCharacters.Contains(letter, StringComparison.Ordinal);

    // Letters whose mark Unicode doesn't take off.
    private static string WithoutStroke(char letter) => letter switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",

        // No character at all; it stands behind every name.
        Nameless => "\ufffd",
        _ => letter.ToString(),
    };
}
