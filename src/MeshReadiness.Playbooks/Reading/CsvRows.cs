using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>A row of a CSV file with the line that it begins on.</summary>
internal sealed record CsvRow(int Line, ImmutableArray<string> Cells)
{
    public BrokenFileException Broken(string rule) => new(Line, "the row", rule);
}

/// <summary>Takes CSV apart: commas between cells, quotes around what holds commas, quotes or line breaks. Empty lines are left out.</summary>
internal static class CsvRows
{
    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    public static IEnumerable<CsvRow> Read(string text)
    {
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), Options);

        while (Next(csv))
        {
            yield return new((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException error)
        {
            throw new BrokenFileException((int)error.LineNumber, "the row", "has a quote that doesn't end before a comma or the end of the line.");
        }
    }
}
