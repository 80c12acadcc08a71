using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Counts a snapshot's people by what Conditional Access policies can tell about them, from the counts that the scan stored.</summary>
internal static class ClassRows
{
    public static async Task<ImmutableArray<ClassCount>> ReadAsync(MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken)
    {
        var profiles = await db.SnapshotProfiles.AsNoTracking()
            .Where(count => count.SnapshotId == snapshotId)
            .Join(db.Profiles, count => count.ProfileId, profile => profile.Id, (count, profile) => new
            {
                profile.MembershipsId, profile.UserType, profile.Invitation, profile.AccountEnabled, count.People,
            })
            .Where(one => one.AccountEnabled != false)
            .GroupBy(one => new { one.MembershipsId, one.UserType, one.Invitation })
            .Select(group => new { group.Key, People = group.Sum(one => one.People) })
            .ToListAsync(cancellationToken);
        var memberships = await StoredMemberships.AllAsync(db, cancellationToken);

        return [.. profiles
            .OrderBy(one => one.Key.MembershipsId).ThenBy(one => one.Key.UserType).ThenBy(one => one.Key.Invitation)
            .Select(one => new ClassCount(new(memberships[one.Key.MembershipsId], one.Key.UserType, one.Key.Invitation), one.People))];
    }

    /// <summary>The class of each profile that the snapshot's people have.</summary>
    public static async Task<Dictionary<int, PersonClass>> ProfilesAsync(MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken)
    {
        var memberships = await StoredMemberships.AllAsync(db, cancellationToken);
        var profiles = await db.SnapshotProfiles.AsNoTracking()
            .Where(count => count.SnapshotId == snapshotId)
            .Join(db.Profiles, count => count.ProfileId, profile => profile.Id, (_, profile) => profile)
            .Where(profile => profile.AccountEnabled != false)
            .Select(profile => new { profile.Id, profile.MembershipsId, profile.UserType, profile.Invitation })
            .ToListAsync(cancellationToken);
        return profiles.ToDictionary(one => one.Id, one => new PersonClass(memberships[one.MembershipsId], one.UserType, one.Invitation));
    }
}
