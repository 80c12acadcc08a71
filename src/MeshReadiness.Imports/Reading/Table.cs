using System.Collections.Immutable;

namespace MeshReadiness.Imports.Reading;

/// <summary>An export as rows and columns, whatever its format. Columns that nobody asks for are left alone.</summary>
internal sealed class Table
{
    public const int MostRows = 20_000;
    public const int MostColumns = 200;

    private readonly ImmutableArray<string> _columns;

    public Table(ImmutableArray<string> columns, ImmutableArray<Row> rows)
    {
        (_columns, Rows) = (columns, rows);

        if (rows.IsEmpty)
        {
            throw new BrokenExportException(null, "there is no row in it. Export again, and look into the file before you hand it in.");
        }
    }

    public ImmutableArray<Row> Rows { get; }

    /// <summary>The first of these names that a column has; spaces, case and other marks don't count.</summary>
    public string? Find(params IEnumerable<string> names) =>
        names.Select(name => _columns.FirstOrDefault(column => Row.Key(column) == Row.Key(name))).FirstOrDefault(column => column is not null);

    /// <summary>Makes sure that all these columns are there.</summary>
    public void Need(params IEnumerable<string> names)
    {
        if (names.Where(name => Find(name) is null).ToList() is { Count: > 0 } missing)
        {
            throw Missing(missing);
        }
    }

    public BrokenExportException Missing(IReadOnlyList<string> missing)
    {
        var found = string.Join(", ", _columns.Take(12).Select(Cell.Quote)) + (_columns.Length > 12 ? $" and {_columns.Length - 12} more" : "");
        return new(
            null,
            $"the {(missing.Count == 1 ? "column" : "columns")} {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing; "
                + $"found were {found}. Export with the command that the task shows.");
    }

    public static BrokenExportException TooManyRows(Place place) =>
        new(place, $"more than {MostRows} rows were found; up to {MostRows} can be read. Export only those that the rollout is about.");

    public static BrokenExportException TooManyColumns(Place place) =>
        new(place, $"more than {MostColumns} columns were found; up to {MostColumns} can be read. Select those that are needed, as docs/imports.md shows.");
}

/// <summary>One row of an export.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="cells">Its values by <see cref="Key"/>.</param>
internal sealed class Row(Place place, IReadOnlyDictionary<string, Cell> cells)
{
    /// <summary>The value in a column; an empty one where the row has none.</summary>
    public Cell this[string column] => cells.TryGetValue(Key(column), out var cell) ? cell : new(place with { Name = column }, "", []);

    /// <summary>A column's name without what people write differently.</summary>
    public static string Key(string column) => string.Concat(column.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
