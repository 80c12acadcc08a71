using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>
/// What look-ups read. <see cref="ModelReads"/> asks through the model and so works on every database; <see cref="SqliteReads"/>
/// asks SQLite itself where many operators wait.
/// </summary>
internal interface IPeopleReads
{
    /// <summary>The snapshot that everybody sees; <see langword="null"/> before the first scan is complete.</summary>
    Task<Guid?> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>The snapshot's scope; <see langword="null"/> when it was never complete or its people were removed to make room.</summary>
    Task<SnapshotScope?> ScopeAsync(Guid snapshotId, CancellationToken cancellationToken);

    /// <summary>How many people a question's filters leave, whatever its text.</summary>
    Task<int> CountAsync(SnapshotScope scope, PeopleQuery query, CancellationToken cancellationToken);

    /// <summary>The keys of people whom the filters leave, by name.</summary>
    /// <param name="scope">Where to look.</param>
    /// <param name="query">The filters; its text is not looked at.</param>
    /// <param name="beginning">How the name begins; <see langword="null"/> for all names.</param>
    /// <param name="skip">How many to leave out from the start.</param>
    /// <param name="take">How many to return at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<List<long>> ByNameAsync(SnapshotScope scope, PeopleQuery query, string? beginning, int skip, int take, CancellationToken cancellationToken);

    /// <summary>People whom the filters leave and who have all of these words, in no order.</summary>
    /// <param name="scope">Where to look.</param>
    /// <param name="query">The filters; its text is not looked at.</param>
    /// <param name="words">The words, each in all the spellings that will do.</param>
    /// <param name="areWhole">Whether they are whole words and not only beginnings.</param>
    /// <param name="most">How many to return at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<List<Found>> WithWordsAsync(
        SnapshotScope scope, PeopleQuery query, IReadOnlyList<IReadOnlyCollection<string>> words, bool areWhole, int most, CancellationToken cancellationToken);

    /// <summary>The keys of people whom the filters leave and who have one of these object ids.</summary>
    Task<List<long>> ByIdAsync(SnapshotScope scope, PeopleQuery query, string[] ids, CancellationToken cancellationToken);

    /// <summary>Some of the <see cref="NameWordRecord"/>s, in the database's own order, from a text on.</summary>
    Task<List<string>> WordsAsync(string from, CancellationToken cancellationToken);

    /// <summary>People as lists show them, in the order of the keys.</summary>
    Task<ImmutableArray<PersonRow>> RowsAsync(ImmutableArray<long> keys, CancellationToken cancellationToken);

    /// <summary>Everything that is known of one person, by object id or user principal name.</summary>
    Task<UserFacts?> PersonAsync(SnapshotScope scope, string idOrName, CancellationToken cancellationToken);
}
