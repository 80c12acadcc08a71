using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Imports;

namespace MeshReadiness.Imports.Reading;

/// <summary>One value of an export, with the place where it stands. Formulas are text like any other.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Value">The value; <see langword="null"/> when it is a list.</param>
/// <param name="Items">What the list holds that it is; looked into only when somebody asks for this column.</param>
internal sealed record Cell(Place Place, string? Value, IReadOnlyList<JsonTree> Items)
{
    private const int LongestQuote = 60;
    private const int LongestText = 200;

    /// <summary>A piece of a file as it may stand in a sentence: on one line and not too long.</summary>
    public static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? $"\"{line}\"" : $"\"{line[..LongestQuote]}…\"";
    }

    public bool IsEmpty => Items.Count == 0 && string.IsNullOrWhiteSpace(Value);

    /// <summary>A text, which may be empty.</summary>
    public string Text() => Value is { } text
        ? text.Trim() is { Length: <= LongestText } kept ? kept : throw Broken($"{text.Trim().Length} characters were found; up to {LongestText} were expected.")
        : throw Broken("a list was found; a single value was expected.");

    /// <summary>A text with something in it.</summary>
    public string Some(string what) => Text() is { Length: > 0 } text ? text : throw Broken($"nothing was found; {what} was expected.");

    public string? TextOrNone() => IsEmpty ? null : Text();

    /// <summary>One of these words, spelt as they are here.</summary>
    public string Word(params ImmutableArray<string> words) =>
        words.FirstOrDefault(word => word.Equals(Text(), StringComparison.OrdinalIgnoreCase)) ?? throw Unexpected(string.Join(", ", words[..^1]) + " or " + words[^1]);

    public bool Flag() => FlagOrNone() ?? throw Unexpected("True or False");

    public bool? FlagOrNone() => IsEmpty ? null : Text().ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => throw Unexpected("True or False"),
    };

    public int? CountOrNone() => IsEmpty ? null
        : int.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count
        : throw Unexpected("a whole number above 0");

    public decimal? NumberOrNone() => IsEmpty ? null
        : decimal.TryParse(Text(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Unexpected("a number above 0 like 16 or 7.9");

    public Version? VersionOrNone() => IsEmpty ? null : Versions.Read(Text()) ?? throw Unexpected("a version like 5.2513.3.0, or nothing where the app isn't installed");

    /// <summary>A list: in JSON a list, in CSV a text with semicolons.</summary>
    public ImmutableArray<string> List()
    {
        ImmutableArray<string> items = Value is null ? [.. Items.Select(JsonTable.Name)] : [.. Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

        // What PowerShell writes where it doesn't write what is in a list.
        return items.FirstOrDefault(item => item.StartsWith("System.", StringComparison.Ordinal) || item.StartsWith("Microsoft.Teams.Policy.", StringComparison.Ordinal)) is { } type
            ? throw Broken($"{Quote(type)} was found, the name of a type; the items of the list were expected. Use ConvertTo-Json -Depth 5, or join the list as docs/imports.md shows.")
            : items;
    }

    public BrokenExportException Unexpected(string expected) => Broken($"{Quote(Text())} was found; {expected} was expected. Put it right there, or export again.");

    public BrokenExportException Broken(string sentence) => new(Place, sentence);
}
