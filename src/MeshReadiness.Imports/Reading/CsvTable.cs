using System.Collections.Immutable;
using System.Text;
using CsvHelper;

namespace MeshReadiness.Imports.Reading;

/// <summary>Reads CSV, as Export-Csv and inventories write it, with commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    private const string TypeLine = "#TYPE";

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
    };

    public static Table Read(string text)
    {
        // Windows PowerShell writes the type of the objects first.
        var skipped = text.StartsWith(TypeLine, StringComparison.Ordinal) ? text.IndexOf('\n') + 1 : 0;
        var above = skipped > 0 ? 1 : 0;

        try
        {
            using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text[skipped..]), Options);
            csv.ReadHeader();
            ImmutableArray<string> columns = [.. csv.Headers.Select(header => header.Trim())];
            Check(columns, above + 1);
            var rows = ImmutableArray.CreateBuilder<Row>();

            while (csv.Read())
            {
                var place = new Place(csv.LineNumber + above);
                rows.Add(rows.Count < Table.MostRows ? Row(csv, columns, place) : throw Table.TooManyRows(place));
            }

            return new(columns, rows.ToImmutable());
        }
        catch (CsvFormatException error)
        {
            throw new BrokenExportException(
                new(Math.Max(error.LineNumber, 1) + above),
                "quotes that don't match, or more or fewer values than there are columns, were found; as many values as columns were expected. Export again.");
        }
    }

    private static Row Row(CsvReader csv, ImmutableArray<string> columns, Place place) => new(
        place,
        columns.Select((column, index) => (column, index))
            .ToDictionary(one => Reading.Row.Key(one.column), one => new Cell(place with { Name = one.column }, csv.GetString(one.index), [])));

    private static void Check(ImmutableArray<string> columns, int line)
    {
        if (columns.Length > Table.MostColumns)
        {
            throw Table.TooManyColumns(new(line));
        }

        if (columns.GroupBy(Reading.Row.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new BrokenExportException(new(line), $"the column {Cell.Quote(twice.First())} was found twice; each name was expected once. Rename or remove one of them.");
        }
    }
}
