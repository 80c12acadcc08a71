using System.Globalization;
using System.Text.RegularExpressions;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>Fills texts.</summary>
internal static partial class Text
{
    /// <summary>The text with these placeholders filled, in one go, so that a value with braces in it is left alone.</summary>
    public static string Fill(string text, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var known = values.ToArray().ToDictionary(one => one.Name, one => one.Value);
        return Placeholder().Replace(text, match => known.GetValueOrDefault(match.Groups[1].Value, match.Value));
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>With a capital at its beginning.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>On one line, whatever the directory has in it.</summary>
    public static string OneLine(string text) => LineBreaks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}\s]+")]
    private static partial Regex LineBreaks();
}
