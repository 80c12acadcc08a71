using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MeshReadiness.Data;

/// <summary>
/// SQLite: prepared statements, run again and again in one transaction, and words in a full-text index (FTS5), which grows
/// by merging sorted pieces and so stays fast at any size.
/// </summary>
internal sealed class SqlitePeopleTables : IPeopleTables
{

    /// <summary>Makes the index of words. It keeps neither texts nor places, only which key has which word.</summary>
    public const string CreateWords =
        "CREATE VIRTUAL TABLE \"PeopleWords\" USING fts5(\"Words\", content='', contentless_delete=1, detail=none, "
        + $"tokenize=\"ascii tokenchars '{SearchWords.AddressCharacters}'\");";

    private const string InsertPerson =
        """
        INSERT INTO "People" ("Key", "Since", "Until", "Id", "DisplayName", "UserPrincipalName", "Mail", "ProfileId",
            "DepartmentId", "JobTitleId", "OfficeLocationId", "CountryId", "UsageLocationId", "SortName")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """;

    private const string InsertWords = """INSERT INTO "PeopleWords" (rowid, "Words") VALUES ($1, $2)""";

    public Task AddAsync(
        MeshReadinessDbContext db, IReadOnlyList<PersonRecord> people, IReadOnlyList<IReadOnlyList<string>> words, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        using var person = Prepare(connection, transaction, InsertPerson, 14);
        using var found = Prepare(connection, transaction, InsertWords, 2);

        for (var index = 0; index < people.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = people[index];
            Run(person, row.Key, row.Since, row.Until, row.Id, row.DisplayName, row.UserPrincipalName, row.Mail, row.ProfileId,
                row.DepartmentId, row.JobTitleId, row.OfficeLocationId, row.CountryId, row.UsageLocationId, row.SortName);
            Run(found, row.Key, string.Join(' ', words[index]));
        }

        return Task.CompletedTask;
    }

    public Task RemoveWordsAsync(MeshReadinessDbContext db, long from, long before, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "PeopleWords" WHERE rowid >= {from} AND rowid < {before}""", cancellationToken);

    public IQueryable<long> Find(MeshReadinessDbContext db, IReadOnlyList<string> beginnings, long from, long before) =>
        Match(db, string.Join(" AND ", beginnings.Select(word => Quote(word) + "*")), from, before);

    public IQueryable<long> FindWhole(MeshReadinessDbContext db, string word, long from, long before) => Match(db, Quote(word), from, before);

    private static IQueryable<long> Match(MeshReadinessDbContext db, string query, long from, long before) => db.Database.SqlQuery<long>(
        $"""SELECT rowid AS "Value" FROM "PeopleWords" WHERE "PeopleWords" MATCH {query} AND rowid >= {from} AND rowid < {before}""");

    private static string Quote(string word) => '"' + word.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;

        for (var number = 1; number <= parameters; number++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + number });
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }
}
