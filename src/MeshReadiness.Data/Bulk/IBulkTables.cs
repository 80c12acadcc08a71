using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>
/// What writing in bulk, and finding people, takes beyond ordinary EF Core: one implementation for each database. Works in
/// the context's own connection and transaction.
/// </summary>
internal interface IBulkTables
{
    /// <summary>Adds records of one table past the change tracker, as fast as the database can.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="records">Records that aren't there yet.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task AddAsync<T>(MeshReadinessDbContext db, IEnumerable<T> records, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Adds people, and the words that each of them is found by, as fast as the database can.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="people">Rows whose keys nobody has yet.</param>
    /// <param name="users">For each row, the facts behind it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task AddAsync(
        MeshReadinessDbContext db, IReadOnlyList<PersonRecord> people, IReadOnlyList<UserFacts> users, CancellationToken cancellationToken);

    /// <summary>Removes people and everything that leads to them.</summary>
    /// <param name="db">A context, with or without a transaction.</param>
    /// <param name="keys">The keys of their rows: as many as may be removed in one go.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task RemoveAsync(MeshReadinessDbContext db, IReadOnlyCollection<long> keys, CancellationToken cancellationToken);

    /// <summary>Forgets the words of a range of keys.</summary>
    Task RemoveWordsAsync(MeshReadinessDbContext db, long from, long before, CancellationToken cancellationToken);

    /// <summary>The keys of a range whose person has all of these words, or a word that begins so for each of them.</summary>
    /// <param name="db">A context.</param>
    /// <param name="words">Normalised; at least one. Each in all the spellings that will do.</param>
    /// <param name="areWhole">Whether they are whole words and not only beginnings.</param>
    /// <param name="from">The first key of the range.</param>
    /// <param name="before">The end of the range.</param>
    IQueryable<long> Find(MeshReadinessDbContext db, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, long from, long before);

    /// <summary>The keys of a range whose person has at least one of these whole words.</summary>
    IQueryable<long> FindAny(MeshReadinessDbContext db, IReadOnlyList<string> words, long from, long before);
}
