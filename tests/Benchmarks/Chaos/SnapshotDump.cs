using System.Globalization;
using System.Text.RegularExpressions;
using MeshReadiness.Data;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Writes down all that a database file holds of its current snapshot: a line per row, with what the row points at in
/// place of keys. Left out is what differs between two scans of the same tenant: ids, keys, times, costs, and who asked.
/// </summary>
internal static partial class SnapshotDump
{
    private static readonly string[] OfTheScan = ["SnapshotId", "ReadAt", "Since"];

    /// <summary>Told with what they point at, below; or of no snapshot that is whole.</summary>
    private static readonly string[] NotAsTheyAre = ["CurrentSnapshot", "SnapshotProfiles", "GroupCounts", "ScanCheckpoints"];

    public static IReadOnlyList<string> Of(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseLocation.FileName)};Mode=ReadOnly;Pooling=False");
        database.Open();
        Run(database, "CREATE TEMP VIEW Here AS SELECT s.*, s.Roster << 32 AS First, (s.Roster + 1) << 32 AS End FROM Snapshots s JOIN CurrentSnapshot c ON c.SnapshotId = s.Id");
        Run(database, """CREATE TEMP TABLE Visible AS SELECT p.* FROM People p, Here h WHERE p.Key >= h.First AND p.Key < h.End AND p.Since <= h.Number AND p."Until" > h.Number""");
        Run(database, "CREATE UNIQUE INDEX temp.VisibleKey ON Visible (Key)");
        Run(database, "CREATE VIRTUAL TABLE temp.Instances USING fts5vocab('main', 'PeopleWords', 'instance')");

        var lines = Parts(database).SelectMany(table => Rows(
                database, table, $"SELECT t.* FROM \"{table}\" t JOIN CurrentSnapshot c ON c.SnapshotId = t.SnapshotId"))
            .Concat(SnapshotQueries.All.SelectMany(query => Rows(database, query.Name, query.Sql)))
            .ToArray();
        Array.Sort(lines, StringComparer.Ordinal);
        return lines;
    }

    private static IEnumerable<string> Parts(SqliteConnection database) => Rows(
            database,
            "",
            "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'SnapshotId'")
        .Select(row => row["|name=".Length..]).Except(NotAsTheyAre);

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = Command(database, sql);
        command.ExecuteNonQuery();
    }

    private static List<string> Rows(SqliteConnection database, string name, string sql)
    {
        using var command = Command(database, sql);
        using var reader = command.ExecuteReader();
        List<string> rows = [];

        while (reader.Read())
        {
            rows.Add(name + string.Concat(Enumerable.Range(0, reader.FieldCount)
                .Where(column => !OfTheScan.Contains(reader.GetName(column)))
                .Select(column => $"|{reader.GetName(column)}={Text(reader.GetValue(column))}")));
        }

        return rows;
    }

    private static SqliteCommand Command(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // Table names come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        string text => Modified().Replace(text.ReplaceLineEndings("\\n"), "\"modifiedDateTime\":"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // A policy that was edited in two tenants was edited at two times.
    [GeneratedRegex("\"modifiedDateTime\":\\s*\"[^\"]*\"")]
    private static partial Regex Modified();
}
