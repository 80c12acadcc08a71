using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /organization</c>, which always has exactly one item.</summary>
internal static class OrganizationReading
{
    private static readonly string[] Properties = ["id", "displayName", "tenantType", "countryLetterCode", "verifiedDomains"];

    public static async Task<OrganizationFacts> ReadAsync(GraphServiceClient graph, CancellationToken cancellationToken)
    {
        var page = await graph.Organization.GetAsync(request => request.QueryParameters.Select = Properties, cancellationToken);

        return page?.Value is [{ Id: { } id } tenant, ..]
            ? new(
                id,
                tenant.DisplayName,
                tenant.TenantType,
                tenant.CountryLetterCode,
                tenant.VerifiedDomains?.FirstOrDefault(domain => domain.IsDefault is true)?.Name)
            : throw new MalformedAnswerException("value[0].id", "the tenant's id");
    }
}
