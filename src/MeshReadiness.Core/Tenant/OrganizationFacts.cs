namespace MeshReadiness.Core.Tenant;

/// <summary>The tenant itself, as Graph's <c>organization</c> tells it.</summary>
/// <param name="Id">The tenant id.</param>
/// <param name="DisplayName">The organisation's name; Graph allows none.</param>
/// <param name="TenantType"><c>AAD</c> for a workforce tenant. No value says education or government.</param>
/// <param name="CountryLetterCode">Two-letter country or region code.</param>
/// <param name="DefaultDomain">The default verified domain.</param>
public sealed record OrganizationFacts(
    string Id, string? DisplayName, string? TenantType, string? CountryLetterCode, string? DefaultDomain);
