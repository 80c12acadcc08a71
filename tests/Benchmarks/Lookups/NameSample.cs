using System.Globalization;
using MeshReadiness.Data;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>Somebody who is stored.</summary>
internal sealed record StoredName(string? DisplayName, string UserPrincipalName, string? Mail);

/// <summary>People out of the stored ones, the same with every run.</summary>
internal static class NameSample
{
    private const int Seed = 7;

    public static IReadOnlyList<StoredName> Take(string folder, int count)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, DatabaseLocation.FileName)};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var bounds = database.CreateCommand();
        bounds.CommandText = """SELECT MIN("Key"), MAX("Key") FROM "People" """;
        using var keys = bounds.ExecuteReader();
        keys.Read();
        var (first, last) = (keys.GetInt64(0), keys.GetInt64(1));
        var random = new Random(Seed);
        List<StoredName> names = [];

        while (names.Count < count)
        {
            using var person = database.CreateCommand();
            person.CommandText =
                """SELECT "DisplayName", "UserPrincipalName", "Mail" FROM "People" WHERE "Key" >= $key AND "UserPrincipalName" IS NOT NULL ORDER BY "Key" LIMIT 1""";
            person.Parameters.AddWithValue("$key", random.NextInt64(first, last).ToString(CultureInfo.InvariantCulture));
            using var row = person.ExecuteReader();

            if (row.Read())
            {
                names.Add(new(Text(row, 0), row.GetString(1), Text(row, 2)));
            }
        }

        return names;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
