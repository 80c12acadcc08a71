using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Licences;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Tells one by one who gets further by a change, and who less far. Each list stands in the audit record before it is given.</summary>
public sealed class MovedPeople(ClassedPeople people, LookupRecord record)
{
    /// <summary>How many are shown; all are in the file.</summary>
    public const int Most = 50;

    /// <summary>The first of them by name.</summary>
    /// <param name="snapshot">Whose people.</param>
    /// <param name="moves">Their moves.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<ImmutableArray<MovedPerson>>> FirstAsync(
        SnapshotView snapshot, IReadOnlyCollection<OutcomeMove> moves, Actor actor, CancellationToken cancellationToken)
    {
        var moveOf = MoveOf(moves);
        var first = await people.FirstAsync(snapshot.Head.Id, moveOf.Keys.ToHashSet(), Most, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        ImmutableArray<MovedPerson> told = [.. first.Select(one => new MovedPerson(one.Person, moveOf[one.Class]))];
        return await record.TellAsync(
            told, actor, PeopleLookup.Action, snapshot.Head.Id.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"Told of {told.Length} of {Format.Count(moves.Sum(move => move.People), "person", "people")}, whom a change that was tried moves."),
            cancellationToken);
    }

    /// <summary>All of them, a batch at a time.</summary>
    /// <param name="snapshot">Whose people.</param>
    /// <param name="moves">Their moves.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<IAsyncEnumerable<IEnumerable<MovedPerson>>>> AllAsync(
        SnapshotView snapshot, IReadOnlyCollection<OutcomeMove> moves, Actor actor, CancellationToken cancellationToken) => await record.TellAsync(
            ReadAsync(snapshot, MoveOf(moves), cancellationToken), actor, NeedsEndpoints.Action, snapshot.Head.Id.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{Format.Count(moves.Sum(move => move.People), "person", "people")}, whom a change that was tried moves."),
            cancellationToken);

    private async IAsyncEnumerable<IEnumerable<MovedPerson>> ReadAsync(
        SnapshotView snapshot, Dictionary<PersonClass, OutcomeMove> moveOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in people.ListAsync(snapshot.Head.Id, moveOf.Keys.ToHashSet(), cancellationToken))
        {
            yield return batch.Select(one => new MovedPerson(one.Person, moveOf[one.Class]));
        }
    }

    private static Dictionary<PersonClass, OutcomeMove> MoveOf(IEnumerable<OutcomeMove> moves) =>
        moves.SelectMany(move => move.Classes.Select(one => KeyValuePair.Create(one, move))).ToDictionary();
}

/// <summary>Somebody for whom a change makes a difference.</summary>
/// <param name="Person">The person.</param>
/// <param name="Move">What they have, and what they would have.</param>
public sealed record MovedPerson(PersonRow Person, OutcomeMove Move);
