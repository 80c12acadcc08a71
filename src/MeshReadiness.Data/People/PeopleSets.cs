using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Counts and lists sets of people by what decides about them. Counts come from those that scans stored.</summary>
public sealed class PeopleSets
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;

    internal PeopleSets(IDbContextFactory<MeshReadinessDbContext> contexts) => _contexts = contexts;

    /// <summary>The people of a set, counted by footprint; nobody when the snapshot has none of them.</summary>
    public async Task<ImmutableArray<FootprintCount>> FootprintsAsync(Guid snapshotId, PeopleSet set, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var counts = set.By is { } dimension
            ? await GroupAsync(db, snapshotId, dimension, await LabelsAsync(db, set, cancellationToken), cancellationToken)
            : await db.Footprints.Where(footprint => footprint.SnapshotId == snapshotId)
                .Select(footprint => new KeyCount(footprint.Key, footprint.People)).ToListAsync(cancellationToken);

        return [.. counts.OrderByDescending(count => count.People).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => new FootprintCount(FootprintKeys.Read(count.Key), count.People))];
    }

    /// <summary>
    /// The people of a set who have one of these footprints, a batch at a time in the order in which the directory gave
    /// them, so that it makes no difference how many there are.
    /// </summary>
    public async IAsyncEnumerable<ImmutableArray<(PersonRow Person, Footprint Footprint)>> ListAsync(
        Guid snapshotId, PeopleSet set, IEnumerable<Footprint> footprints, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

        if (await SnapshotScope.FindAsync(db, snapshotId, cancellationToken) is not { } scope)
        {
            yield break;
        }

        var keys = footprints.Select(FootprintKeys.Of).ToArray();
        var wanted = db.SnapshotProfiles.Where(profile => profile.SnapshotId == snapshotId && keys.Contains(profile.Footprint));
        var footprintOf = await wanted.ToDictionaryAsync(profile => profile.ProfileId, profile => FootprintKeys.Read(profile.Footprint), cancellationToken);
        var people = Of(set, await LabelsAsync(db, set, cancellationToken), scope.Of(db.People.AsNoTracking()))
            .Where(person => wanted.Select(profile => profile.ProfileId).Contains(person.ProfileId));

        await foreach (var batch in PeopleBatches.ReadAsync(db, people, cancellationToken))
        {
            yield return [.. batch.Select(facts => (facts.ToRow(), footprintOf[facts.Person.ProfileId]))];
        }
    }

    private static Task<List<KeyCount>> GroupAsync(
        MeshReadinessDbContext db, Guid snapshotId, Dimension dimension, int[] labels, CancellationToken cancellationToken) => db.GroupCounts
        .Where(count => count.SnapshotId == snapshotId && count.Dimension == dimension && labels.Contains(count.LabelId))
        .GroupBy(count => count.Footprint)
        .Select(group => new KeyCount(group.Key, group.Sum(count => count.People)))
        .ToListAsync(cancellationToken);

    /// <summary>The ids of a set's label: people without one are counted under 0, and a directory may hold an empty text as well.</summary>
    internal static async Task<int[]> LabelsAsync(MeshReadinessDbContext db, PeopleSet set, CancellationToken cancellationToken)
    {
        if (set.By is null)
        {
            return [];
        }

        var labels = await db.Labels.Where(label => label.Text == set.Value).Select(label => label.Id).ToListAsync(cancellationToken);
        return set.Value.Length == 0 ? [0, .. labels] : [.. labels];
    }

    /// <summary>Those of these people who belong to a set with these labels.</summary>
    internal static IQueryable<PersonRecord> Of(PeopleSet set, int[] labels, IQueryable<PersonRecord> people) => set.By switch
    {
        null => people,
        Dimension.Department => people.Where(person => labels.Contains(person.DepartmentId ?? 0)),
        Dimension.Country => people.Where(person => labels.Contains(person.CountryId ?? 0)),
        Dimension.Office => people.Where(person => labels.Contains(person.OfficeLocationId ?? 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(set), set.By, "People are told apart by department, country or office."),
    };

    private sealed record KeyCount(string Key, int People);
}
