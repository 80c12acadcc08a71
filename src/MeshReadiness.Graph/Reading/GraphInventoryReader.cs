using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Answers the questions for the inventory from Microsoft Graph.</summary>
internal sealed class GraphInventoryReader(GraphAccess graph) : ITenantInventoryReader
{
    public Task<Result<GroupCreationFacts>> ReadGroupCreationAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.GroupCreation, () => GroupCreationReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<RoleFacts>> ReadRolesAsync(CancellationToken cancellationToken) =>
        new RoleReading(graph, DirectoryRoles.TemplateIds.Values).ReadAsync(cancellationToken);

    public Task<Result<ImmutableArray<SubscriptionFacts>>> ReadSubscriptionsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Subscriptions, () => SubscriptionReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<GuestInvitationFacts>> ReadGuestInvitationsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.GuestInvitations, () => GuestSettingReading.ReadInvitationsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<CrossTenantFacts>> ReadCrossTenantAccessAsync(CancellationToken cancellationToken) =>
        GuestSettingReading.ReadCrossTenantAsync(graph, cancellationToken);

    public Task<Result<GuestSignInFacts>> ReadGuestSignInsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.GuestSignIns, () => SignInReading.ReadGuestsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<ApplicationFacts>>> ReadApplicationsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(
            GraphPermissions.Applications, () => AppReading.ReadApplicationsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<TeamsAppFacts>>> ReadTeamsAppsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.TeamsApps, () => AppReading.ReadTeamsAppsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<TeamsPolicyFacts>> ReadTeamsPoliciesAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.TeamsPolicies, () => TeamsPolicyReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<ImmutableArray<MobileAppFacts>>> ReadMobileAppsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.MobileApps, () => AppReading.ReadMobileAppsAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<HeadsetFacts>> ReadHeadsetsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.Headsets, () => HeadsetReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<SignInFacts>> ReadSignInsAsync(CancellationToken cancellationToken) =>
        GraphProblems.CatchAsync(GraphPermissions.SignIns, () => SignInReading.ReadAsync(graph, cancellationToken), cancellationToken);

    public Task<Result<DeviceShapes>> ReadDevicesAsync(CancellationToken cancellationToken) => DeviceShapeReading.ReadAsync(graph, cancellationToken);
}
