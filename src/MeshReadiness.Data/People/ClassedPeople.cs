using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.ConditionalAccess.Population;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Lists people by what Conditional Access policies can tell about them. Whose accounts are disabled are left out, as they are in the counts.</summary>
public sealed class ClassedPeople
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;

    internal ClassedPeople(IDbContextFactory<MeshReadinessDbContext> contexts) => _contexts = contexts;

    /// <summary>The first people of these classes by name; nobody when the snapshot has none of them.</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<(PersonRow Person, PersonClass Class)>> FirstAsync(
        Guid snapshotId, IReadOnlySet<PersonClass> classes, int most, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

        if (await FindAsync(db, snapshotId, classes, cancellationToken) is not { } found)
        {
            return [];
        }

        var first = await PersonFacts.Select(db, found.People.OrderBy(person => person.SortName).ThenBy(person => person.Key).Take(most)).ToListAsync(cancellationToken);
        return [.. first.OrderBy(facts => facts.Person.SortName, StringComparer.Ordinal).ThenBy(facts => facts.Person.Key).Select(found.Tell)];
    }

    /// <summary>All people of these classes, a batch at a time in the order in which the directory gave them.</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<ImmutableArray<(PersonRow Person, PersonClass Class)>> ListAsync(
        Guid snapshotId, IReadOnlySet<PersonClass> classes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

        if (await FindAsync(db, snapshotId, classes, cancellationToken) is not { } found)
        {
            yield break;
        }

        await foreach (var batch in PeopleBatches.ReadAsync(db, found.People, cancellationToken))
        {
            yield return [.. batch.Select(found.Tell)];
        }
    }

    private static async Task<Found?> FindAsync(MeshReadinessDbContext db, Guid snapshotId, IReadOnlySet<PersonClass> classes, CancellationToken cancellationToken)
    {
        if (await SnapshotScope.FindAsync(db, snapshotId, cancellationToken) is not { } scope)
        {
            return null;
        }

        var classOf = (await ClassRows.ProfilesAsync(db, snapshotId, cancellationToken)).Where(profile => classes.Contains(profile.Value)).ToDictionary();

        return new(With(scope.Of(db.People.AsNoTracking()), [.. classOf.Keys]), classOf);
    }

    /// <summary>Those of these people who have one of these profiles. There may be more profiles than a statement takes parameters.</summary>
    internal static IQueryable<PersonRecord> With(IQueryable<PersonRecord> people, int[] profiles) => people.Where(person => EF.Parameter(profiles).Contains(person.ProfileId));

    private sealed record Found(IQueryable<PersonRecord> People, Dictionary<int, PersonClass> ClassOf)
    {
        public (PersonRow Person, PersonClass Class) Tell(PersonFacts facts) => (facts.ToRow(), ClassOf[facts.Person.ProfileId]);
    }
}
