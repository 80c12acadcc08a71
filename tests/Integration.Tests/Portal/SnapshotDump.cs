using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// Writes down everything that a database file stores of its current snapshot, whatever the tables are called: a line
/// per row, sorted. Left out is what differs between two scans of the same tenant: ids of the scan, times, who asked.
/// </summary>
internal static class SnapshotDump
{
    private static readonly string[] OfTheScan =
        ["SnapshotId", "Trigger", "StartedById", "StartedByName", "StartedAt", "TouchedAt", "EndedAt", "ReadAt"];

    public static string Of(string databaseFile)
    {
        using var database = Open(databaseFile);
        var current = Rows(database, "SELECT hex(SnapshotId) AS Id FROM CurrentSnapshot", []).Single()["Id=".Length..];

        return string.Join('\n', Parts(database)
            .SelectMany(table => Rows(database, $"SELECT * FROM \"{table}\" WHERE hex(SnapshotId) = '{current}'", OfTheScan).Select(row => $"{table}: {row}"))
            .Concat(Rows(database, $"SELECT * FROM Snapshots WHERE hex(Id) = '{current}'", [.. OfTheScan, "Id"]).Select(row => $"Snapshots: {row}"))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>How many rows are left of snapshots other than the current one, their heads and what came of their topics aside.</summary>
    public static int Leftovers(string databaseFile)
    {
        using var database = Open(databaseFile);

        return Parts(database)
            .Where(table => table != "SnapshotReadings")
            .Sum(table => Rows(database, $"SELECT 1 FROM \"{table}\" WHERE SnapshotId NOT IN (SELECT SnapshotId FROM CurrentSnapshot)", []).Count());
    }

    private static SqliteConnection Open(string databaseFile)
    {
        var database = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        database.Open();
        return database;
    }

    private static List<string> Parts(SqliteConnection database) => [.. Rows(
        database,
        "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'SnapshotId' AND t.name <> 'CurrentSnapshot'",
        []).Select(row => row["name=".Length..])];

    private static IEnumerable<string> Rows(SqliteConnection database, string sql, string[] without)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Table names come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();

        while (reader.Read())
        {
            yield return string.Join(" | ", Enumerable.Range(0, reader.FieldCount)
                .Where(column => !without.Contains(reader.GetName(column)))
                .Select(column => $"{reader.GetName(column)}={Text(reader.GetValue(column))}"));
        }
    }

    private static string Text(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!.ReplaceLineEndings("\\n"),
    };
}
