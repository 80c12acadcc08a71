using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// Writes down all rows of an SQLite file, whatever the tables are called, the words that people are found by among them.
/// Snapshots are called by their number, because their ids are different in every database.
/// </summary>
internal static class Tables
{
    private static readonly string[] Shared = ["Labels", "NameWords", "Holdings", "HoldingsSkus", "Profiles"];

    /// <summary>Everything.</summary>
    public static string All(string file) => string.Join('\n', Rows(file, _ => true));

    /// <summary>
    /// Everything but what belongs to one snapshot alone, and but what many share: a scan that was taken back leaves its
    /// head, and what it added to the dictionary.
    /// </summary>
    public static string Without(string file, int number) => string.Join('\n', Rows(file, table => !Shared.Contains(table))
        .Where(row => !row.Contains($"#{number} ", StringComparison.Ordinal)));

    /// <summary>The rows of people and all that leads to them.</summary>
    public static string People(string file) => string.Join('\n', Rows(file, table => table.StartsWith("People", StringComparison.Ordinal)));

    private static IEnumerable<string> Rows(string file, Func<string, bool> isWanted)
    {
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        var numbers = Read(database, "SELECT hex(Id), Number FROM Snapshots").ToDictionary(row => row[0], row => $"#{row[1]} ");
        var tables = Read(database, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'PeopleWords%' AND name NOT LIKE '%EF%' ORDER BY name")
            .Select(row => row[0]).Where(isWanted).ToList();

        foreach (var row in tables.SelectMany(table => Read(database, $"SELECT * FROM \"{table}\"")
            .Select(row => $"{table}: {string.Join(" | ", row.Select(value => numbers.GetValueOrDefault(value, value)))}").Order(StringComparer.Ordinal)))
        {
            yield return row;
        }

        Assert.Empty(Read(database, "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, 'PeopleWords', 'instance')"));

        foreach (var row in Read(database, "SELECT term, doc FROM temp.words ORDER BY doc, term"))
        {
            yield return $"Words: {string.Join(" | ", row)}";
        }
    }

    private static IEnumerable<string[]> Read(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Table names come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();

        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) switch
            {
                DBNull => "NULL",
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            })];
        }
    }
}
