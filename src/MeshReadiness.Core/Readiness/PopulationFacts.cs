using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Readiness;

/// <summary>A whole population in numbers. Its size depends on how people differ, not on how many there are.</summary>
/// <param name="People">All people read.</param>
/// <param name="Footprints">Everybody, counted by what decides about them; the counts add up to <paramref name="People"/>.</param>
/// <param name="LicensedWithoutUsageLocation">People with a licence and no usage location.</param>
/// <param name="WithLicenceErrors">People with at least one licence assignment in error.</param>
/// <param name="PendingGuests">Guests who have not accepted their invitation.</param>
/// <param name="LicensedByGroup">People with at least one licence through a group.</param>
/// <param name="LicensedDirectlyOnly">People whose licences are all assigned directly.</param>
public sealed record PopulationFacts(
    int People,
    ImmutableArray<FootprintCount> Footprints,
    int LicensedWithoutUsageLocation,
    int WithLicenceErrors,
    int PendingGuests,
    int LicensedByGroup,
    int LicensedDirectlyOnly)
{
    /// <summary>An empty directory, or one whose people could not be read.</summary>
    public static PopulationFacts Nobody { get; } = new(0, [], 0, 0, 0, 0, 0);
}

/// <summary>Counts people as they stream by. Holds numbers only, so it stays small whatever the tenant's size.</summary>
public sealed class PopulationTally
{
    private readonly Dictionary<Footprint, int> _footprints = [];
    private int _people, _withoutUsageLocation, _withErrors, _pendingGuests, _byGroup, _directlyOnly;

    /// <summary>How many people have been counted.</summary>
    public int People => _people;

    /// <summary>Counts one person. Each person must be given once.</summary>
    public void Add(UserFacts user, Footprint footprint)
    {
        _people++;
        _footprints[footprint] = _footprints.GetValueOrDefault(footprint) + 1;

        if (!user.AssignedLicenses.IsEmpty && string.IsNullOrEmpty(user.UsageLocation))
        {
            _withoutUsageLocation++;
        }

        if (user.LicenseAssignmentStates.Any(state => state.IsInError))
        {
            _withErrors++;
        }

        if (user.Invitation is InvitationState.PendingAcceptance)
        {
            _pendingGuests++;
        }

        if (user.LicenseAssignmentStates.Any(state => state.AssignedByGroup is not null))
        {
            _byGroup++;
        }
        else if (!user.LicenseAssignmentStates.IsEmpty)
        {
            _directlyOnly++;
        }
    }

    /// <summary>What has been counted so far.</summary>
    public PopulationFacts ToFacts() => new(
        _people,
        [.. _footprints.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
            .Select(pair => new FootprintCount(pair.Key, pair.Value))],
        _withoutUsageLocation, _withErrors, _pendingGuests, _byGroup, _directlyOnly);
}
