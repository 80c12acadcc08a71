using MeshReadiness.Core.Tenant;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// SQLite: prepared statements, run again and again in one transaction, and words in a full-text index (FTS5), which grows
/// by merging sorted pieces and so stays fast at any size.
/// </summary>
internal sealed class SqliteBulkTables : IBulkTables
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

    // The row itself last: it tells where the others are.
    private static readonly string[] Removals =
    [
        $"""DELETE FROM "PeopleById" WHERE "Roster" = ?1 >> {PersonKeys.Bits} AND "Id" = (SELECT "Id" FROM "People" WHERE "Key" = ?1) AND "Key" = ?1""",
        $"""DELETE FROM "PeopleByName" WHERE "Roster" = ?1 >> {PersonKeys.Bits} AND "SortName" = (SELECT "SortName" FROM "People" WHERE "Key" = ?1) AND "Key" = ?1""",
        """DELETE FROM "PeopleWords" WHERE rowid = ?1""",
        """DELETE FROM "People" WHERE "Key" = ?1""",
    ];

    public Task AddAsync<T>(MeshReadinessDbContext db, IEnumerable<T> records, CancellationToken cancellationToken)
        where T : class
    {
        var (table, columns) = RecordColumn.Of<T>(db);
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", Enumerable.Range(1, columns.Length).Select(parameter => $"?{parameter}"));
        using var insert = new SqliteStatement(
            (SqliteConnection)db.Database.GetDbConnection(), $"""INSERT INTO "{table}" ({names}) VALUES ({values})""");

        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();

            for (var index = 0; index < columns.Length; index++)
            {
                insert.BindAny(index + 1, columns[index].Value(record));
            }

            insert.Run();
        }

        return Task.CompletedTask;
    }

    public Task AddAsync(
        MeshReadinessDbContext db, IReadOnlyList<PersonRecord> people, IReadOnlyList<UserFacts> users, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        using var insert = new SqliteStatement(connection, InsertPerson);
        using var insertWords = new SqliteStatement(connection, InsertWords);
        var words = new SearchText();

        for (var index = 0; index < people.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = people[index];
            Bind(insert, row);
            insert.Run();
            insertWords.Bind(1, row.Key);
            insertWords.Bind(2, words.Of(users[index]));
            insertWords.Run();
        }

        return Task.CompletedTask;
    }

    public async Task RemoveAsync(MeshReadinessDbContext db, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);

        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            using var own = db.Database.CurrentTransaction is null ? connection.BeginTransaction() : null;

            foreach (var sql in Removals)
            {
                using var remove = new SqliteStatement(connection, sql);

                foreach (var key in keys)
                {
                    remove.Bind(1, key);
                    remove.Run();
                }
            }

            own?.Commit();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public Task RemoveWordsAsync(MeshReadinessDbContext db, long from, long before, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "PeopleWords" WHERE rowid >= {from} AND rowid < {before}""", cancellationToken);

    public IQueryable<long> Find(MeshReadinessDbContext db, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, long from, long before) =>
        Match(db, Match(words, areWhole), from, before);

    /// <summary>What the index of words is asked for people who have a word, or one that begins so, for each of these.</summary>
    public static string Match(IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole) => string.Join(
        " AND ", words.Select(spellings => '(' + string.Join(" OR ", spellings.Select(word => Quote(word) + (areWhole ? "" : "*"))) + ')'));

    public IQueryable<long> FindAny(MeshReadinessDbContext db, IReadOnlyList<string> words, long from, long before) =>
        Match(db, string.Join(" OR ", words.Select(Quote)), from, before);

    private static IQueryable<long> Match(MeshReadinessDbContext db, string query, long from, long before) => db.Database.SqlQuery<long>(
        $"""SELECT rowid AS "Value" FROM "PeopleWords" WHERE "PeopleWords" MATCH {query} AND rowid >= {from} AND rowid < {before}""");

    private static string Quote(string word) => '"' + word.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static void Bind(SqliteStatement insert, PersonRecord row)
    {
        insert.Bind(1, row.Key);
        insert.Bind(2, row.Since);
        insert.Bind(3, row.Until);
        insert.Bind(4, row.Id);
        insert.Bind(5, row.DisplayName);
        insert.Bind(6, row.UserPrincipalName);
        insert.Bind(7, row.Mail);
        insert.Bind(8, row.ProfileId);
        insert.Bind(9, row.DepartmentId);
        insert.Bind(10, row.JobTitleId);
        insert.Bind(11, row.OfficeLocationId);
        insert.Bind(12, row.CountryId);
        insert.Bind(13, row.UsageLocationId);
        insert.Bind(14, row.SortName);
    }
}
