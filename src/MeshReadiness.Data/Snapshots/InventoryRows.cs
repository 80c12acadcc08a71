using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>
/// Stores and reads the inventory. Its parts are small and always read whole, so each is one text beside its topic. A part that
/// was not read keeps its problem; one that this snapshot's version didn't know says so.
/// </summary>
internal static class InventoryRows
{
    public static void Add(MeshReadinessDbContext db, Guid snapshotId, TenantInventory inventory)
    {
        var json = StoredJson.Default;

        AddPart(TenantTopic.GroupCreation, inventory.GroupCreation, json.GroupCreationFacts);
        AddPart(TenantTopic.Roles, inventory.Roles, json.RoleFacts);
        AddPart(TenantTopic.Subscriptions, inventory.Subscriptions, json.ImmutableArraySubscriptionFacts);
        AddPart(TenantTopic.GuestInvitations, inventory.GuestInvitations, json.GuestInvitationFacts);
        AddPart(TenantTopic.CrossTenantAccess, inventory.CrossTenantAccess, json.CrossTenantFacts);
        AddPart(TenantTopic.GuestSignIns, inventory.GuestSignIns, json.GuestSignInFacts);
        AddPart(TenantTopic.Applications, inventory.Applications, json.ImmutableArrayApplicationFacts);
        AddPart(TenantTopic.TeamsApps, inventory.TeamsApps, json.ImmutableArrayTeamsAppFacts);
        AddPart(TenantTopic.TeamsPolicies, inventory.TeamsPolicies, json.TeamsPolicyFacts);
        AddPart(TenantTopic.MobileApps, inventory.MobileApps, json.ImmutableArrayMobileAppFacts);
        AddPart(TenantTopic.Headsets, inventory.Headsets, json.HeadsetFacts);
        AddPart(TenantTopic.SignIns, inventory.SignIns, json.SignInFacts);
        AddPart(TenantTopic.Devices, inventory.Devices, json.DeviceShapes);
        AddPart(TenantTopic.PolicyMembers, inventory.PolicyMembers, json.PolicyMemberFacts);

        void AddPart<T>(TenantTopic topic, Result<T> part, JsonTypeInfo<T> type) => db.TenantParts.Add(TenantPartRecord.Of(
            snapshotId, topic, part, part.TryGet(out var facts) ? JsonSerializer.Serialize(facts, type) : null));
    }

    public static TenantInventory Read(IReadOnlyList<TenantPartRecord> parts)
    {
        var json = StoredJson.Default;

        return new()
        {
            GroupCreation = Part(TenantTopic.GroupCreation, json.GroupCreationFacts),
            Roles = Part(TenantTopic.Roles, json.RoleFacts),
            Subscriptions = Part(TenantTopic.Subscriptions, json.ImmutableArraySubscriptionFacts),
            GuestInvitations = Part(TenantTopic.GuestInvitations, json.GuestInvitationFacts),
            CrossTenantAccess = Part(TenantTopic.CrossTenantAccess, json.CrossTenantFacts),
            GuestSignIns = Part(TenantTopic.GuestSignIns, json.GuestSignInFacts),
            Applications = Part(TenantTopic.Applications, json.ImmutableArrayApplicationFacts),
            TeamsApps = Part(TenantTopic.TeamsApps, json.ImmutableArrayTeamsAppFacts),
            TeamsPolicies = Part(TenantTopic.TeamsPolicies, json.TeamsPolicyFacts),
            MobileApps = Part(TenantTopic.MobileApps, json.ImmutableArrayMobileAppFacts),
            Headsets = Part(TenantTopic.Headsets, json.HeadsetFacts),
            SignIns = Part(TenantTopic.SignIns, json.SignInFacts),
            Devices = Part(TenantTopic.Devices, json.DeviceShapes),
            PolicyMembers = Part(TenantTopic.PolicyMembers, json.PolicyMemberFacts),
        };

        Result<T> Part<T>(TenantTopic topic, JsonTypeInfo<T> type)
        {
            var part = parts.SingleOrDefault(one => one.Topic == topic);

            return SnapshotHeads.ToProblem(part?.ProblemKind, part?.ProblemDetail) is { } problem ? problem
                : part?.Facts is { } facts ? JsonSerializer.Deserialize(facts, type)!
                : TenantInventory.NeverAsked;
        }
    }
}
