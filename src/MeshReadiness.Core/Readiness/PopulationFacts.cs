using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;

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
