using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What a scan knows, as rules about policies take it. What it couldn't read stays unknown.</summary>
public static class TenantKnowledge
{
    /// <summary>Everything that a snapshot knows.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="signIns">Its policies with what is known of their members.</param>
    /// <param name="people">Everybody, counted; <see langword="null"/> when not known.</param>
    /// <param name="names">Names that every tenant shares, and people's names where they are at hand.</param>
    public static KnownTenant Of(TenantFacts tenant, TenantSignIns signIns, ImmutableArray<ClassCount>? people, PolicyNames names) => new()
    {
        Names = Name(tenant, names),
        GroupIds = tenant.Inventory.PolicyMembers.TryGet(out var members) ? Groups(members, signIns) : null,
        LocationIds = tenant.NamedLocations.TryGet(out var locations) ? SignIn.SetOf(locations.Select(location => location.Id)) : null,
        People = people,
        Uncertain = signIns.Uncertain,
        Devices = tenant.Inventory.Devices.TryGet(out var devices) ? devices : null,
    };

    /// <summary>Names with those of the tenant's groups and named locations.</summary>
    public static PolicyNames Name(TenantFacts tenant, PolicyNames names) => names with
    {
        Groups = tenant.Groups.TryGet(out var groups) ? names.Groups.SetItems(Known(groups.Select(group => (group.Id, group.DisplayName)))) : names.Groups,
        Locations = tenant.NamedLocations.TryGet(out var locations) ? names.Locations.SetItems(Known(locations.Select(location => (location.Id, location.DisplayName)))) : names.Locations,
    };

    // Of a group that couldn't be read nobody knows that it is gone.
    private static ImmutableHashSet<string> Groups(PolicyMemberFacts members, TenantSignIns signIns) => SignIn.SetOf(NamedByPolicies.Of(signIns.Policies).GroupIds).Except(
        members.Sets.Where(set => set is { Kind: MembershipKind.Group, IsGone: true, Unread: null }).Select(set => set.Id));

    private static IEnumerable<KeyValuePair<string, string>> Known(IEnumerable<(string Id, string? Name)> names) =>
        names.Where(one => !string.IsNullOrWhiteSpace(one.Name)).Select(one => KeyValuePair.Create(one.Id, one.Name!));
}
