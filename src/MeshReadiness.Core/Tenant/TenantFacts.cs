using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// Everything a scan read of the tenant but its people. Each part is what was read, or the problem that kept it
/// from being read: a rule that needs a missing part answers "unknown" and repeats that problem.
/// </summary>
public sealed record TenantFacts(
    Result<OrganizationFacts> Organization,
    Result<ImmutableArray<SubscribedSku>> SubscribedSkus,
    Result<ImmutableArray<GroupFacts>> Groups,
    Result<ImmutableArray<ConditionalAccessPolicyFacts>> Policies,
    Result<ImmutableArray<NamedLocationFacts>> NamedLocations)
{
    /// <summary>Settings, roles, apps and devices that tasks are proven by and no verdict depends on.</summary>
    public TenantInventory Inventory { get; init; } = TenantInventory.NotRead;
}

/// <summary>The parts of a tenant that a scan reads, in the order in which it does.</summary>
public enum TenantTopic
{
    /// <summary>The tenant itself.</summary>
    Organization,

    /// <summary>Products, seats and service plans.</summary>
    SubscribedSkus,

    /// <summary>Conditional Access policies.</summary>
    Policies,

    /// <summary>Named locations of Conditional Access.</summary>
    NamedLocations,

    /// <summary>Groups that give licences or that a policy names.</summary>
    Groups,

    /// <summary>Who may create Microsoft 365 groups.</summary>
    GroupCreation,

    /// <summary>Who holds the directory roles that tasks name.</summary>
    Roles,

    /// <summary>What was bought or tried, and until when.</summary>
    Subscriptions,

    /// <summary>Who may invite guests.</summary>
    GuestInvitations,

    /// <summary>Which other organisations are let in.</summary>
    CrossTenantAccess,

    /// <summary>Whether guests have ever signed in.</summary>
    GuestSignIns,

    /// <summary>The application behind Mesh.</summary>
    Applications,

    /// <summary>Apps in the Teams catalogue.</summary>
    TeamsApps,

    /// <summary>Which Teams policies people are under.</summary>
    TeamsPolicies,

    /// <summary>Apps that device management hands out.</summary>
    MobileApps,

    /// <summary>Headsets that the directory knows.</summary>
    Headsets,

    /// <summary>Sign-ins to Mesh.</summary>
    SignIns,

    /// <summary>All devices, in kinds.</summary>
    Devices,

    /// <summary>Who is in the groups and holds the roles that policies name.</summary>
    PolicyMembers,

    /// <summary>All people, with their licences.</summary>
    Users,
}

/// <summary>What came of reading one topic.</summary>
/// <param name="Topic">Which.</param>
/// <param name="Count">How many objects were read.</param>
/// <param name="ReadAt">When it was finished, in UTC.</param>
/// <param name="Problem">Why it could not be read; <see langword="null"/> when it was.</param>
public sealed record TopicReading(TenantTopic Topic, int Count, DateTimeOffset ReadAt, Problem? Problem);
