using System.Globalization;
using System.Text;

namespace MeshReadiness.Cli;

/// <summary>Makes text that others wrote safe to print: a terminal obeys control characters, and some others turn lines around.</summary>
internal static class TerminalText
{
    private const int Longest = 1000;

    /// <summary>The text on one line, with every character that isn't to be seen replaced, and cut where it is endless.</summary>
    public static string Harmless(string text)
    {
        var harmless = new StringBuilder(Math.Min(text.Length, Longest));

        foreach (var rune in text.EnumerateRunes())
        {
            if (harmless.Length >= Longest)
            {
                return harmless.Append('…').ToString();
            }

            harmless.Append(IsHarmful(rune) ? "\uFFFD" : rune.ToString());
        }

        return harmless.ToString();
    }

    private static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
