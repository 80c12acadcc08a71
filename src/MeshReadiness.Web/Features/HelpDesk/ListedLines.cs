using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// Takes a pasted list apart: one person on each line, or several addresses between semicolons, as mail programs copy them.
/// Of <c>Name &lt;address&gt;</c> the address counts, and of a row of a spreadsheet its first cell. A line that stands there
/// twice counts once.
/// </summary>
internal static partial class ListedLines
{
    /// <summary>How many people a list may name.</summary>
    public const int Most = 10_000;

    /// <summary>How many characters a list may have.</summary>
    public const int Longest = 2_000_000;

    private const int LongestLine = 320;

    /// <summary>The lines, or one sentence about the first thing that is wrong.</summary>
    public static Result<ImmutableArray<string>> Read(string? text) =>
        text?.Length > Longest ? Refused($"The list has {text.Length} characters; up to {Longest} can be looked up at once. Give it in parts.")
        : Check([.. (text ?? "").Split(['\n', '\r', ';', '\u2028', '\u2029']).Select(Clean)]);

    /// <summary>The same for a list that has been taken apart already.</summary>
    public static Result<ImmutableArray<string>> Check(IEnumerable<string> lines)
    {
        ImmutableArray<string> kept = [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

        return kept.IsEmpty ? Refused("The list is empty. Give names, mail addresses, sign-in names or object ids, one on each line.")
            : kept.Length > Most ? Refused($"The list names {kept.Length} people; up to {Most} can be looked up at once. Give it in parts.")
            : kept.FirstOrDefault(line => line.Length > LongestLine) is { } line
                ? Refused($"Line {kept.IndexOf(line) + 1} has {line.Length} characters; a name or address has up to {LongestLine}. Put each person on a line of their own.")
            : kept;
    }

    private static string Clean(string line)
    {
        var cell = line.Split('\t')[0].Trim().Trim('"').Trim();
        return AngleBrackets().Match(cell) is { Success: true } match ? match.Groups[1].Value : cell;
    }

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);

    [GeneratedRegex("<([^<>@\\s]+@[^<>@\\s]+)>\\s*$")]
    private static partial Regex AngleBrackets();
}
