using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>A group that matters for readiness: it gives licences, or a policy names it.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name; Graph allows none.</param>
/// <param name="IsMicrosoft365">Whether it is a Microsoft 365 group (<c>groupTypes</c> has <c>Unified</c>).</param>
/// <param name="AssignedSkuIds">The products it gives to its direct members.</param>
/// <param name="LicenseProcessingState">How far Entra is with giving them, as sent.</param>
/// <param name="HasMembersWithLicenseErrors">Whether some members did not get what the group gives.</param>
public sealed record GroupFacts(
    string Id,
    string? DisplayName,
    bool IsMicrosoft365,
    ImmutableArray<Guid> AssignedSkuIds,
    string? LicenseProcessingState,
    bool HasMembersWithLicenseErrors);
