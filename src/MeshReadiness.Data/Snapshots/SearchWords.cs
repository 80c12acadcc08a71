using System.Globalization;
using System.Text;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Makes texts comparable: without capitals and without marks, so that "Soren" finds "Søren" and "JOSE" finds "José".</summary>
internal static class SearchWords
{
    private const int MostWords = 24;

    /// <summary>What is looked through for one person. A line end keeps a word from spanning two texts.</summary>
    public static string Of(UserFacts user) =>
        Normalise(string.Join('\n', new[] { user.DisplayName, user.UserPrincipalName, user.Mail }.Where(text => text is not null)));

    /// <summary>The beginning of a name, to order by and to compare beginnings with.</summary>
    public static string Beginning(string? name)
    {
        var normal = Normalise(name ?? "").Trim();
        return normal.Length <= Lengths.SortName ? normal : normal[..Lengths.SortName];
    }

    /// <summary>The words of what was typed.</summary>
    public static string[] Split(string typed) =>
        [.. Normalise(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)];

    public static string Normalise(string text)
    {
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
        _ => letter.ToString(),
    };
}
