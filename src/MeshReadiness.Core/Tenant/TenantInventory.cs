using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// What a scan reads of a tenant because a task asks for it: settings, roles, apps and devices. No verdict on a person depends
/// on it, so a part that can't be read leaves a gap and never ends a scan. It is small, and all but the devices are read anew every time.
/// </summary>
public sealed record TenantInventory
{
    /// <summary>Why a part is missing that nobody asked for.</summary>
    public static Problem NeverAsked { get; } = new(ProblemKind.NotFound, "The scan that made this snapshot didn't ask for it. Scan again.");

    /// <summary>Nothing of it, as in snapshots that were made before there was an inventory.</summary>
    public static TenantInventory NotRead { get; } = new();

    /// <summary>Who may create Microsoft 365 groups.</summary>
    public Result<GroupCreationFacts> GroupCreation { get; init; } = NeverAsked;

    /// <summary>Who holds the roles of <see cref="DirectoryRoles"/>.</summary>
    public Result<RoleFacts> Roles { get; init; } = NeverAsked;

    /// <summary>What was bought or tried.</summary>
    public Result<ImmutableArray<SubscriptionFacts>> Subscriptions { get; init; } = NeverAsked;

    /// <summary>Who may invite guests.</summary>
    public Result<GuestInvitationFacts> GuestInvitations { get; init; } = NeverAsked;

    /// <summary>Which other organisations are let in.</summary>
    public Result<CrossTenantFacts> CrossTenantAccess { get; init; } = NeverAsked;

    /// <summary>Whether guests have ever signed in.</summary>
    public Result<GuestSignInFacts> GuestSignIns { get; init; } = NeverAsked;

    /// <summary>The applications of <see cref="MeshNames.ServicesAppId"/> that are there; none when Mesh was never used.</summary>
    public Result<ImmutableArray<ApplicationFacts>> Applications { get; init; } = NeverAsked;

    /// <summary>The apps of <see cref="MeshNames.TeamsApps"/> that the Teams catalogue has.</summary>
    public Result<ImmutableArray<TeamsAppFacts>> TeamsApps { get; init; } = NeverAsked;

    /// <summary>Which Teams policies people are under.</summary>
    public Result<TeamsPolicyFacts> TeamsPolicies { get; init; } = NeverAsked;

    /// <summary>Apps named after Mesh that device management hands out.</summary>
    public Result<ImmutableArray<MobileAppFacts>> MobileApps { get; init; } = NeverAsked;

    /// <summary>Headsets that the directory knows.</summary>
    public Result<HeadsetFacts> Headsets { get; init; } = NeverAsked;

    /// <summary>Who is in the groups and roles that policies name.</summary>
    public Result<PolicyMemberFacts> PolicyMembers { get; init; } = NeverAsked;

    /// <summary>Sign-ins to Mesh.</summary>
    public Result<SignInFacts> SignIns { get; init; } = NeverAsked;

    /// <summary>All registered devices in kinds. An incremental scan takes them over from the scan before.</summary>
    public Result<DeviceShapes> Devices { get; init; } = NeverAsked;
}
