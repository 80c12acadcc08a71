using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Answers a scan's questions from Microsoft Graph, one class per topic.</summary>
internal sealed class GraphTenantReader(GraphAccess graph) : ITenantReader
{
    public ReadingCost Cost => graph.Meter.Total;

    public ITenantInventoryReader Inventory { get; } = new GraphInventoryReader(graph);

    public Task<Result<OrganizationFacts>> ReadOrganizationAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Organization, () => OrganizationReading.ReadAsync(graph.Client, cancellationToken), cancellationToken);

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
        GroupReading.ReadAsync(graph, named, cancellationToken);

    public Task<Result<string>> MarkGroupsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.GroupChanges, () => DeltaMark.ReadAsync(graph, GroupQueries.Mark(graph), cancellationToken), cancellationToken);

    public Task<Result<GroupUpdate>> ReadGroupChangesAsync(
        string link, ImmutableArray<GroupFacts> before, IReadOnlySet<string> named, CancellationToken cancellationToken) =>
        new GroupChangeReading(graph, before, named).ReadAsync(link, cancellationToken);

    public IAsyncEnumerable<Result<ImmutableArray<string>>> ReadGroupMembersAsync(string groupId, CancellationToken cancellationToken) =>
        GroupMemberReading.ReadAsync(graph, groupId, cancellationToken);

    public Task<Result<ImmutableArray<RoleHolder>>> ReadRoleHoldersAsync(IReadOnlySet<string> roleTemplateIds, CancellationToken cancellationToken) =>
        new RoleReading(graph, roleTemplateIds).ReadForPoliciesAsync(cancellationToken);

    public Task<int?> CountUsersAsync(CancellationToken cancellationToken) => UserReading.CountAsync(graph, cancellationToken);

    public Task<Result<string>> MarkUsersAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.UserChanges, () => DeltaMark.ReadAsync(graph, UserQueries.Mark(graph), cancellationToken), cancellationToken);

    public IAsyncEnumerable<Result<UserPage>> ReadUsersAsync(string? from, bool withPlans, CancellationToken cancellationToken) =>
        UserReading.ReadAsync(graph, from, withPlans, cancellationToken);

    public IAsyncEnumerable<Result<UserChangePage>> ReadPlansAsync(Guid skuId, string? from, CancellationToken cancellationToken) =>
        UserReading.ReadPlansAsync(graph, skuId, from, cancellationToken);

    public IAsyncEnumerable<Result<UserChangePage>> ReadUserChangesAsync(string link, CancellationToken cancellationToken) =>
        new UserChangeReading(graph).ReadAsync(link, cancellationToken);
}
