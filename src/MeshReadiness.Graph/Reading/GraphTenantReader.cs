using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;

namespace MeshReadiness.Graph.Reading;

/// <summary>Answers a scan's questions from Microsoft Graph, one class per topic.</summary>
internal sealed class GraphTenantReader(GraphServiceClient graph) : ITenantReader
{
    public Task<Result<OrganizationFacts>> ReadOrganizationAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Organization, () => OrganizationReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<SubscribedSku>>> ReadSubscribedSkusAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.SubscribedSkus, () => SubscribedSkuReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<ConditionalAccessPolicyFacts>>> ReadPoliciesAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Policies, () => PolicyReading.ReadPoliciesAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<NamedLocationFacts>>> ReadNamedLocationsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.NamedLocations, () => PolicyReading.ReadNamedLocationsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<GroupFacts>>> ReadGroupsAsync(IReadOnlySet<string> named, CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Groups, () => GroupReading.ReadAsync(graph, named, cancellationToken), cancellationToken);

    public Task<Result<UserPage>> ReadUsersAsync(string? next, CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Users, () => UserReading.ReadAsync(graph, next, cancellationToken), cancellationToken);
}
