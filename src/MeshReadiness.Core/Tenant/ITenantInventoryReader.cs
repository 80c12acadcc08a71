using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>The questions whose answers make a <see cref="TenantInventory"/>. Each costs a request or two, some a few dozen; devices cost more.</summary>
public interface ITenantInventoryReader
{
    /// <summary>Reads who may create Microsoft 365 groups.</summary>
    Task<Result<GroupCreationFacts>> ReadGroupCreationAsync(CancellationToken cancellationToken);

    /// <summary>Reads who holds the roles of <see cref="DirectoryRoles"/>; groups that hold one are resolved into their members.</summary>
    Task<Result<RoleFacts>> ReadRolesAsync(CancellationToken cancellationToken);

    /// <summary>Reads what was bought or tried.</summary>
    Task<Result<ImmutableArray<SubscriptionFacts>>> ReadSubscriptionsAsync(CancellationToken cancellationToken);

    /// <summary>Reads who may invite guests.</summary>
    Task<Result<GuestInvitationFacts>> ReadGuestInvitationsAsync(CancellationToken cancellationToken);

    /// <summary>Reads which other organisations are let in.</summary>
    Task<Result<CrossTenantFacts>> ReadCrossTenantAccessAsync(CancellationToken cancellationToken);

    /// <summary>Reads whether guests have ever signed in, of a few thousand guests at most.</summary>
    Task<Result<GuestSignInFacts>> ReadGuestSignInsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the application behind Mesh.</summary>
    Task<Result<ImmutableArray<ApplicationFacts>>> ReadApplicationsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the apps of <see cref="MeshNames.TeamsApps"/> in the Teams catalogue.</summary>
    Task<Result<ImmutableArray<TeamsAppFacts>>> ReadTeamsAppsAsync(CancellationToken cancellationToken);

    /// <summary>Reads which Teams policies the first thousand accounts are under.</summary>
    Task<Result<TeamsPolicyFacts>> ReadTeamsPoliciesAsync(CancellationToken cancellationToken);

    /// <summary>Reads the Mesh apps that device management hands out.</summary>
    Task<Result<ImmutableArray<MobileAppFacts>>> ReadMobileAppsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the headsets that the directory knows.</summary>
    Task<Result<HeadsetFacts>> ReadHeadsetsAsync(CancellationToken cancellationToken);

    /// <summary>Reads the newest sign-ins to Mesh, a thousand at most.</summary>
    Task<Result<SignInFacts>> ReadSignInsAsync(CancellationToken cancellationToken);

    /// <summary>Reads all devices and counts them by what device filters can ask. Costs a request for every thousand devices.</summary>
    Task<Result<DeviceShapes>> ReadDevicesAsync(CancellationToken cancellationToken);
}
