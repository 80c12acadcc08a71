using System.Collections.Frozen;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>Reads the inventory, one topic after the other: it has all the time that the people take.</summary>
internal sealed class InventoryReading(ITenantInventoryReader tenant, TopicReader topics)
{
    /// <summary>The topics that belong to it.</summary>
    public static FrozenSet<TenantTopic> Topics { get; } =
    [
        TenantTopic.GroupCreation, TenantTopic.Roles, TenantTopic.Subscriptions, TenantTopic.GuestInvitations, TenantTopic.CrossTenantAccess,
        TenantTopic.GuestSignIns, TenantTopic.Applications, TenantTopic.TeamsApps, TenantTopic.TeamsPolicies, TenantTopic.MobileApps,
        TenantTopic.Headsets, TenantTopic.SignIns, TenantTopic.Devices, TenantTopic.PolicyMembers,
    ];

    public Task<Result<GroupCreationFacts>> ReadGroupCreationAsync(CancellationToken cancellationToken) =>
        topics.AskAsync(TenantTopic.GroupCreation, () => tenant.ReadGroupCreationAsync(cancellationToken), _ => 1);

    /// <summary>Everything else, beside what was read already.</summary>
    /// <param name="creation">What came of the groups' setting.</param>
    /// <param name="before">The reading that this one goes on from. Of all that is asked, devices alone can be very many: they are taken over from it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TenantInventory> ReadOthersAsync(
        Result<GroupCreationFacts> creation, TenantSurvey? before, CancellationToken cancellationToken) => new()
    {
        GroupCreation = creation,
        Roles = await topics.AskAsync(TenantTopic.Roles, () => tenant.ReadRolesAsync(cancellationToken), read => read.Holders.Length),
        Subscriptions = await topics.AskAsync(TenantTopic.Subscriptions, () => tenant.ReadSubscriptionsAsync(cancellationToken), read => read.Length),
        GuestInvitations = await topics.AskAsync(TenantTopic.GuestInvitations, () => tenant.ReadGuestInvitationsAsync(cancellationToken), _ => 1),
        CrossTenantAccess = await topics.AskAsync(
            TenantTopic.CrossTenantAccess, () => tenant.ReadCrossTenantAccessAsync(cancellationToken), read => read.Partners.Length + 1),
        GuestSignIns = await topics.AskAsync(TenantTopic.GuestSignIns, () => tenant.ReadGuestSignInsAsync(cancellationToken), read => read.Guests),
        Applications = await topics.AskAsync(TenantTopic.Applications, () => tenant.ReadApplicationsAsync(cancellationToken), read => read.Length),
        TeamsApps = await topics.AskAsync(TenantTopic.TeamsApps, () => tenant.ReadTeamsAppsAsync(cancellationToken), read => read.Length),
        TeamsPolicies = await topics.AskAsync(TenantTopic.TeamsPolicies, () => tenant.ReadTeamsPoliciesAsync(cancellationToken), read => read.Accounts),
        MobileApps = await topics.AskAsync(TenantTopic.MobileApps, () => tenant.ReadMobileAppsAsync(cancellationToken), read => read.Length),
        Headsets = await topics.AskAsync(TenantTopic.Headsets, () => tenant.ReadHeadsetsAsync(cancellationToken), read => read.Registered),
        SignIns = await topics.AskAsync(TenantTopic.SignIns, () => tenant.ReadSignInsAsync(cancellationToken), read => read.SignIns),
        Devices = await ReadDevicesAsync(before, cancellationToken),
    };

    private Task<Result<DeviceShapes>> ReadDevicesAsync(TenantSurvey? before, CancellationToken cancellationToken)
    {
        if (before is { Facts.Inventory.Devices.Succeeded: true } && before.Readings.FirstOrDefault(reading => reading.Topic is TenantTopic.Devices) is { } earlier)
        {
            topics.Keep(earlier);
            return Task.FromResult(before.Facts.Inventory.Devices);
        }

        return topics.AskAsync(TenantTopic.Devices, () => tenant.ReadDevicesAsync(cancellationToken), read => read.Devices);
    }
}
