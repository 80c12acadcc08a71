using MeshReadiness.Data;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Counts the rows of a database file. A person's words count as one row, whatever the index makes of them.</summary>
internal static class StoredRows
{
    private const string Words = "PeopleWords";

    public static long Count(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseLocation.FileName)};Mode=ReadOnly;Pooling=False");
        database.Open();
        var tables = Tables(database);
        return tables.Sum(table => Scalar(database, $"SELECT COUNT(*) FROM \"{table}\""));
    }

    private static List<string> Tables(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText =
            $"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND (name NOT LIKE '{Words}%' OR name = '{Words}_docsize')";
        using var rows = command.ExecuteReader();
        List<string> tables = [];

        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    private static long Scalar(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Table names come from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
