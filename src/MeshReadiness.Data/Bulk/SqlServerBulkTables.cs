using System.Data;
using System.Globalization;
using MeshReadiness.Core.Tenant;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MeshReadiness.Data;

/// <summary>SQL Server: bulk copies, and words in a table of their own that is clustered by word.</summary>
internal sealed class SqlServerBulkTables : IBulkTables
{
    public async Task AddAsync<T>(MeshReadinessDbContext db, IEnumerable<T> records, CancellationToken cancellationToken)
        where T : class
    {
        var (table, columns) = RecordColumn.Of<T>(db);
        using var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        rows.Columns.AddRange([.. columns.Select(column => new DataColumn(column.Name, column.Type))]);

        foreach (var record in records)
        {
            rows.Rows.Add([.. columns.Select(column => column.Value(record) ?? DBNull.Value)]);
        }

        using var reader = rows.CreateDataReader();
        await CopyAsync(db, table, reader, cancellationToken);
    }

    public async Task AddAsync(
        MeshReadinessDbContext db, IReadOnlyList<PersonRecord> people, IReadOnlyList<UserFacts> users, CancellationToken cancellationToken)
    {
        using var persons = PersonReader.Of(people);
        await CopyAsync(db, "People", persons, cancellationToken);
        using var found = PersonReader.Of(people, users);
        await CopyAsync(db, "PeopleWords", found, cancellationToken);
    }

    public async Task RemoveAsync(MeshReadinessDbContext db, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(ScanWriter.Chunk))
        {
            var people = db.People.Where(person => chunk.Contains(person.Key));
            var roster = PersonKeys.RosterOf(chunk[0]);
            await people.Join(
                    db.PeopleById.Where(entry => entry.Roster == roster),
                    person => new { person.Id, person.Key }, entry => new { entry.Id, entry.Key }, (_, entry) => entry)
                .ExecuteDeleteAsync(cancellationToken);
            await people.Join(
                    db.PeopleByName.Where(entry => entry.Roster == roster),
                    person => new { person.SortName, person.Key }, entry => new { entry.SortName, entry.Key }, (_, entry) => entry)
                .ExecuteDeleteAsync(cancellationToken);
            await db.Set<PersonWordRecord>().Where(word => chunk.Contains(word.Key)).ExecuteDeleteAsync(cancellationToken);
            await people.ExecuteDeleteAsync(cancellationToken);
        }
    }

    public Task RemoveWordsAsync(MeshReadinessDbContext db, long from, long before, CancellationToken cancellationToken) =>
        db.Set<PersonWordRecord>().Where(word => word.Key >= from && word.Key < before).ExecuteDeleteAsync(cancellationToken);

    public IQueryable<long> Find(MeshReadinessDbContext db, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, long from, long before)
    {
        var range = db.Set<PersonWordRecord>().Where(stored => stored.Key >= from && stored.Key < before);
        return words
            .Select(spellings => spellings
                .Select(word => (areWhole ? range.Where(stored => stored.Word == word) : range.Where(stored => stored.Word.StartsWith(word))).Select(stored => stored.Key))
                .Aggregate((all, next) => all.Concat(next)))
            .Select(keys => areWhole ? keys : keys.Distinct())
            .Aggregate((all, next) => all.Intersect(next));
    }

    public IQueryable<long> FindAny(MeshReadinessDbContext db, IReadOnlyList<string> words, long from, long before) => db.Set<PersonWordRecord>()
        .Where(stored => stored.Key >= from && stored.Key < before && words.Contains(stored.Word)).Select(stored => stored.Key).Distinct();

    private static async Task CopyAsync(MeshReadinessDbContext db, string table, IDataReader rows, CancellationToken cancellationToken)
    {
        using var copy = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(),
            SqlBulkCopyOptions.Default,
            (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            DestinationTableName = table,
            EnableStreaming = true,
        };

        for (var column = 0; column < rows.FieldCount; column++)
        {
            copy.ColumnMappings.Add(column, rows.GetName(column));
        }

        await copy.WriteToServerAsync(rows, cancellationToken);
    }
}
