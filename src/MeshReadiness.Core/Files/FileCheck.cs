using System.Globalization;
using System.Text;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Files;

/// <summary>Decides by its content whether a file can be handed in, and as what.</summary>
public static class FileCheck
{
    /// <summary>How many bytes a file may have.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private const int LongestName = 120;
    private const string CanBe = "PDF, PNG, JPEG, text, CSV, JSON, XLSX, DOCX and PPTX files can be handed in";

    /// <summary>The kind, or one sentence that says why the file is refused.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its content.</param>
    public static Result<FileKind> Look(string name, byte[] content)
    {
        if (content.Length == 0)
        {
            return Refused($"{name} is empty. Choose the file again.");
        }

        if (content.Length > Largest)
        {
            return TooLarge(name, content.Length);
        }

        var found = FileContent.Of(content);

        if (found.WhyNot is { } whyNot)
        {
            return Refused($"{name} {whyNot}, and isn't taken in for that. Save what it shows as a PDF and hand that in.");
        }

        return FileKind.ClaimedBy(name) is not { } claimed
            ? Refused($"{name} can't be handed in: its name {Ending(name)} and its content is {found.Words}. {CanBe}.")
            : found.Kind is { } kind && Fits(claimed, kind, content)
                ? claimed
                : Refused($"{name} is named as {claimed.Words}, and its content is {found.Words}{Broken(claimed, found)}. "
                    + $"{(found.Kind is null ? CanBe : "Name it for what it is, or choose the right file")}.");
    }

    /// <summary>What is said of a file that is too large.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">How large it is; <see langword="null"/> when only the bound is known.</param>
    public static Problem TooLarge(string name, long? bytes) => Refused(
        bytes is { } size
            ? string.Create(CultureInfo.InvariantCulture, $"{name} has {size / 1024d / 1024:0.0} MB; up to {Largest / 1024 / 1024} MB can be handed in. Hand in a smaller part, or a PDF of it.")
            : $"{name} has more than {Largest / 1024 / 1024} MB; no more can be handed in. Hand in a smaller part, or a PDF of it.");

    /// <summary>
    /// A name that is safe to show and to save under: no folders, no letters that can't be seen or turn others around, and not too long.
    /// </summary>
    public static string CleanName(string name)
    {
        var letters = new StringBuilder();

        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            letters.Append(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                    ? "" : rune.ToString());
        }

        var clean = letters.Replace("\"", "'").ToString().Trim().Trim('.');
        var ending = Path.GetExtension(clean) is { Length: <= 10 } known ? known : "";
        var start = clean[..^ending.Length];
        return start.Length == 0 ? $"file{ending}" : start.Length + ending.Length <= LongestName ? clean : Whole(start[..(LongestName - ending.Length)]) + ending;
    }

    private static bool Fits(FileKind claimed, FileKind found, byte[] content) =>
        claimed == found || (found.IsText && claimed == FileKind.Csv)
        || (found.IsText && claimed == FileKind.Json && PlainText.Read(content) is { } text && FileContent.IsJson(text));

    private static string Broken(FileKind claimed, FileContent found) => claimed == FileKind.Json && found.Kind == FileKind.Text ? " that isn't JSON from beginning to end" : "";

    private static string Ending(string name) => Path.GetExtension(name) is { Length: > 0 } ending ? $"ends in {ending}" : "has no ending";

    // Not in the middle of a character that takes two places.
    private static string Whole(string start) => char.IsHighSurrogate(start[^1]) ? start[..^1] : start;

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}
