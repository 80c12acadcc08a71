using System.Collections.Immutable;
using System.Text;
using CsvHelper;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>
/// Reads a list of people from a file: a CSV with a column that names them, for example <c>userPrincipalName</c>, or one
/// person on each line.
/// </summary>
internal static class ListedFile
{
    /// <summary>How many bytes a file may have.</summary>
    public const int Largest = 4 * 1024 * 1024;

    // The surest first.
    private static readonly string[] Columns =
        ["userprincipalname", "upn", "signinname", "mail", "email", "emailaddress", "objectid", "userid", "id", "user", "displayname", "name"];

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with { MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true };

    /// <summary>The lines, or one sentence about what is wrong.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="content">Its content.</param>
    public static Result<ImmutableArray<string>> Read(string name, byte[] content)
    {
        if (PlainText.Read(content) is not { } text)
        {
            return new Problem(ProblemKind.Invalid, $"{name} is no text. Save the list as CSV or as text, with one person on each line.");
        }

        try
        {
            return Column(text) is { } column ? ListedLines.Check(column) : ListedLines.Read(text);
        }
        catch (CsvFormatException error)
        {
            return new Problem(ProblemKind.Invalid, $"{name} is broken at line {Math.Max(1, error.LineNumber)}: quotes that don't match were found. Save it as CSV again.");
        }
    }

    // Nothing when no column has a name that is known.
    private static List<string>? Column(string text)
    {
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), Options);
        csv.ReadHeader();
        List<string> headers = [.. csv.Headers.Select(Key)];

        if (Columns.FirstOrDefault(headers.Contains) is not { } known)
        {
            return null;
        }

        var index = headers.IndexOf(known);
        List<string> values = [];

        while (values.Count <= ListedLines.Most && csv.Read())
        {
            values.Add(csv.GetString(index) ?? "");
        }

        return values;
    }

    private static string Key(string header) => string.Concat(header.Where(char.IsLetter)).ToLowerInvariant();
}
