using System.Collections.Immutable;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Reads what scans stored.</summary>
/// <param name="contexts">Opens contexts.</param>
public sealed class SnapshotStore(IDbContextFactory<MeshReadinessDbContext> contexts)
{
    /// <summary>The snapshot that everybody sees; <see langword="null"/> before the first scan is complete.</summary>
    public async Task<SnapshotHead?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var current = await db.Snapshots.AsNoTracking().Include(snapshot => snapshot.Readings)
            .Where(snapshot => db.CurrentSnapshot.Any(current => current.SnapshotId == snapshot.Id))
            .SingleOrDefaultAsync(cancellationToken);
        return current is null ? null : SnapshotHeads.ToHead(current);
    }

    /// <summary>The last scans however they ended, newest first.</summary>
    public async Task<ImmutableArray<SnapshotHead>> RecentScansAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recent = await db.Snapshots.AsNoTracking().Include(snapshot => snapshot.Readings)
            .OrderByDescending(snapshot => snapshot.StartedAt).ThenByDescending(snapshot => snapshot.Id)
            .Take(count)
            .ToListAsync(cancellationToken);
        return [.. recent.Select(SnapshotHeads.ToHead)];
    }

    /// <summary>What followed from a snapshot; <see langword="null"/> when it was never complete.</summary>
    public async Task<ReadinessReport?> ReportAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReportRows.ReadAsync(db, snapshotId, cancellationToken);
    }

    /// <summary>A snapshot's people in numbers; <see langword="null"/> when it was never complete or has been emptied.</summary>
    public async Task<PopulationFacts?> PopulationAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Snapshots.AnyAsync(snapshot => snapshot.Id == snapshotId && !snapshot.IsEmptied, cancellationToken)
            ? await ReportRows.ReadPopulationAsync(db, snapshotId, cancellationToken)
            : null;
    }

    /// <summary>The tenant as it was read; <see langword="null"/> when it was not stored or has been removed to make room.</summary>
    public async Task<TenantFacts?> TenantAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await db.Snapshots.AsNoTracking().SingleOrDefaultAsync(item => item.Id == snapshotId, cancellationToken);
        return snapshot is null ? null : await TenantRows.ReadAsync(db, snapshot, cancellationToken);
    }

    /// <summary>One page of the people that match, and how many do. Names that begin with the text come first, then by name.</summary>
    public async Task<PersonPage> SearchPeopleAsync(Guid snapshotId, PeopleQuery query, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var matching = PeopleSearch.Matching(db, snapshotId, query);
        var total = await PeopleSearch.CountAsync(db, snapshotId, query, matching, cancellationToken);
        var people = await PeopleSearch.InOrder(matching, query.Text)
            .Skip(query.Skip)
            .Take(query.Take)
            .Select(person => new PersonRow(
                person.Id, person.DisplayName, person.UserPrincipalName, person.Mail, person.Department, person.JobTitle,
                person.Country, person.UserType, person.AccountEnabled))
            .ToListAsync(cancellationToken);
        return new([.. people], total);
    }

    /// <summary>Everything that is known of one person; <see langword="null"/> when the snapshot doesn't have them.</summary>
    public async Task<UserFacts?> PersonAsync(Guid snapshotId, string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.People.AsNoTracking()
            .Where(person => person.SnapshotId == snapshotId && person.Id == userId)
            .Join(
                db.LicenceSets.Where(set => set.SnapshotId == snapshotId),
                person => person.LicenceSet,
                set => set.Key,
                (person, set) => new { Person = person, set.Json })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : PeopleRows.ToFacts(found.Person, found.Json);
    }
}
