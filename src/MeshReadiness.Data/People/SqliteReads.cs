using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>
/// What look-ups read, asked of SQLite itself: prepared once, over connections that stay open. What people share is kept
/// once it was read, because it never changes. Questions with filters go through the model.
/// </summary>
internal sealed class SqliteReads(SqliteReaders readers, IPeopleReads model) : IPeopleReads
{
    private const int WordsAtOnce = 8;

    private const string Current = """SELECT "SnapshotId" FROM "CurrentSnapshot" """;

    private const string Scope = """SELECT "Number", "Roster" FROM "Snapshots" WHERE "Id" = ?1 AND "State" = 'Complete' AND NOT "IsEmptied" """;

    private const string ByName =
        """
        SELECT name."Key" FROM "PeopleByName" AS name CROSS JOIN "People" AS person ON person."Key" = name."Key"
        WHERE name."Roster" = ?1 AND name."SortName" >= ?2 AND name."SortName" < ?3 AND person."Since" <= ?4 AND person."Until" > ?4
        ORDER BY name."SortName", name."Key" LIMIT ?5 OFFSET ?6
        """;

    private const string WithWords =
        """
        SELECT person."Key", person."SortName" FROM "PeopleWords" CROSS JOIN "People" AS person ON person."Key" = "PeopleWords".rowid
        WHERE "PeopleWords" MATCH ?1 AND "PeopleWords".rowid >= ?2 AND "PeopleWords".rowid < ?3 AND person."Since" <= ?4 AND person."Until" > ?4
        LIMIT ?5
        """;

    private const string Words = """SELECT "Word" FROM "NameWords" WHERE "Word" >= ?1 ORDER BY "Word" LIMIT ?2""";

    private readonly SqlitePeople _people = new();

    public Task<Guid?> CurrentAsync(CancellationToken cancellationToken) => readers.ReadAsync(
        static reader =>
        {
            var statement = reader[Current];
            Guid? found = statement.Next() ? new Guid(statement.Blob(0), bigEndian: true) : null;
            statement.Reset();
            return found;
        },
        cancellationToken);

    public Task<SnapshotScope?> ScopeAsync(Guid snapshotId, CancellationToken cancellationToken) => readers.ReadAsync(
        reader =>
        {
            var statement = reader[Scope];
            statement.BindAny(1, snapshotId.ToByteArray(bigEndian: true));
            var found = statement.Next() ? new SnapshotScope(snapshotId, (int)statement.Long(0), (int)statement.Long(1)) : null;
            statement.Reset();
            return found;
        },
        cancellationToken);

    public Task<int> CountAsync(SnapshotScope scope, PeopleQuery query, CancellationToken cancellationToken) =>
        model.CountAsync(scope, query, cancellationToken);

    public Task<List<long>> ByNameAsync(
        SnapshotScope scope, PeopleQuery query, string? beginning, int skip, int take, CancellationToken cancellationToken) => query.Narrows || beginning is null
        ? model.ByNameAsync(scope, query, beginning, skip, take, cancellationToken)
        : readers.ReadAsync(
            reader =>
            {
                var statement = reader[ByName];
                statement.Bind(1, scope.Roster);
                statement.Bind(2, beginning);
                statement.Bind(3, ModelReads.After(beginning));
                statement.Bind(4, scope.Number);
                statement.Bind(5, take);
                statement.Bind(6, skip);
                List<long> keys = [];

                while (statement.Next())
                {
                    keys.Add(statement.Long(0));
                }

                return keys;
            },
            cancellationToken);

    public Task<List<Found>> WithWordsAsync(
        SnapshotScope scope, PeopleQuery query, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, int most, CancellationToken cancellationToken) =>
        query.Narrows
            ? model.WithWordsAsync(scope, query, words, areWhole, most, cancellationToken)
            : readers.ReadAsync(
                reader =>
                {
                    var statement = reader[WithWords];
                    statement.Bind(1, SqliteBulkTables.Match(words, areWhole));
                    statement.Bind(2, scope.FirstKey);
                    statement.Bind(3, scope.EndKey);
                    statement.Bind(4, scope.Number);
                    statement.Bind(5, most);
                    List<Found> found = [];

                    while (statement.Next())
                    {
                        found.Add(new(statement.Long(0), statement.Text(1)!));
                    }

                    return found;
                },
                cancellationToken);

    public Task<List<long>> ByIdAsync(SnapshotScope scope, PeopleQuery query, string[] ids, CancellationToken cancellationToken) =>
        model.ByIdAsync(scope, query, ids, cancellationToken);

    public Task<List<string>> WordsAsync(string from, CancellationToken cancellationToken) => readers.ReadAsync(
        reader =>
        {
            var statement = reader[Words];
            statement.Bind(1, from);
            statement.Bind(2, WordsAtOnce);
            List<string> words = [];

            while (statement.Next())
            {
                words.Add(statement.Text(0)!);
            }

            return words;
        },
        cancellationToken);

    public Task<ImmutableArray<PersonRow>> RowsAsync(ImmutableArray<long> keys, CancellationToken cancellationToken) =>
        readers.ReadAsync(reader => _people.Rows(reader, keys), cancellationToken);

    public Task<UserFacts?> PersonAsync(SnapshotScope scope, string idOrName, CancellationToken cancellationToken) =>
        readers.ReadAsync(reader => _people.Find(reader, scope, idOrName), cancellationToken);
}
