using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Which rows of people belong to one snapshot.</summary>
internal sealed record SnapshotScope(Guid Id, int Number, int Roster)
{
    public long FirstKey => PersonKeys.First(Roster);

    public long EndKey => PersonKeys.First(Roster + 1);

    /// <summary>The snapshot's scope; <see langword="null"/> when it was never complete or its people were removed to make room.</summary>
    public static Task<SnapshotScope?> FindAsync(MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken) => db.Snapshots
        .Where(snapshot => snapshot.Id == snapshotId && !snapshot.IsEmptied && snapshot.State == Core.Scanning.ScanState.Complete)
        .Select(snapshot => new SnapshotScope(snapshot.Id, snapshot.Number, snapshot.Roster))
        .SingleOrDefaultAsync(cancellationToken);

    public IQueryable<PersonRecord> Of(IQueryable<PersonRecord> people)
    {
        var (number, first, end) = (Number, FirstKey, EndKey);
        return people.Where(person => person.Key >= first && person.Key < end && person.Since <= number && person.Until > number);
    }
}
