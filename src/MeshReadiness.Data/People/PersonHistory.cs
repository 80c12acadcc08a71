using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Tells how a person was in the snapshots that are kept.</summary>
public sealed class PersonHistory
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;

    internal PersonHistory(IDbContextFactory<MeshReadinessDbContext> contexts) => _contexts = contexts;

    /// <summary>The person in the newest snapshots, newest first. One in which they weren't there tells that.</summary>
    /// <param name="userId">The object id.</param>
    /// <param name="most">How many snapshots to look at, at most. Snapshots whose people were removed to make room are left out.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<PersonMoment>> FindAsync(string userId, int most, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var snapshots = await db.Snapshots.AsNoTracking()
            .Where(snapshot => snapshot.State == ScanState.Complete && !snapshot.IsEmptied)
            .OrderByDescending(snapshot => snapshot.Number)
            .Take(most)
            .Select(snapshot => new { Scope = new SnapshotScope(snapshot.Id, snapshot.Number, snapshot.Roster), At = snapshot.EndedAt ?? snapshot.StartedAt })
            .ToListAsync(cancellationToken);
        Dictionary<int, LicenceHoldings> holdings = [];
        var moments = ImmutableArray.CreateBuilder<PersonMoment>(snapshots.Count);

        foreach (var snapshot in snapshots)
        {
            moments.Add(await MomentAsync(db, snapshot.Scope, snapshot.At, userId, holdings, cancellationToken));
        }

        return moments.MoveToImmutable();
    }

    private static async Task<PersonMoment> MomentAsync(
        MeshReadinessDbContext db, SnapshotScope scope, DateTimeOffset at, string userId, Dictionary<int, LicenceHoldings> holdings, CancellationToken cancellationToken)
    {
        var rows = db.PeopleById.Where(entry => entry.Roster == scope.Roster && entry.Id == userId)
            .Join(scope.Of(db.People.AsNoTracking()), entry => entry.Key, person => person.Key, (_, person) => person);

        if (await PersonFacts.Select(db, rows).FirstOrDefaultAsync(cancellationToken) is not { } found)
        {
            return new(at, null, ImmutableDictionary<string, Verdict>.Empty);
        }

        if (!holdings.TryGetValue(found.HoldingsId, out var held))
        {
            holdings[found.HoldingsId] = held = await StoredHoldings.FindAsync(db, found.HoldingsId, cancellationToken);
        }

        var verdicts = await db.SnapshotProfiles
            .Where(profile => profile.SnapshotId == scope.Id && profile.ProfileId == found.Person.ProfileId)
            .Join(
                db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == scope.Id),
                profile => profile.Footprint, verdict => verdict.Footprint, (_, verdict) => new { verdict.ExperienceId, verdict.Verdict })
            .ToListAsync(cancellationToken);
        return new(at, found.ToFacts(held, await StoredMemberships.FindAsync(db, found.MembershipsId, cancellationToken)), verdicts.ToImmutableDictionary(one => one.ExperienceId, one => one.Verdict));
    }
}
