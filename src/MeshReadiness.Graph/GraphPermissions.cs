using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph;

/// <summary>A Graph permission that the product asks for, always read-only and app-only.</summary>
/// <param name="Name">The permission's name.</param>
/// <param name="Endpoint">The endpoint that needs it.</param>
/// <param name="Topic">The part of a tenant that the endpoint tells.</param>
/// <param name="Purpose">What can't be told without it, as it ends the sentence "Without it, …".</param>
public sealed record GraphPermission(string Name, string Endpoint, TenantTopic Topic, string Purpose);

/// <summary>The least that each call needs. <c>docs/permissions.md</c> is held equal to this list by a test.</summary>
public static class GraphPermissions
{
    /// <summary>For the tenant itself.</summary>
    public static GraphPermission Organization { get; } = new(
        "Organization.Read.All", "/organization", TenantTopic.Organization, "the tenant's name and type are unknown");

    /// <summary>For products and seats.</summary>
    public static GraphPermission SubscribedSkus { get; } = new(
        "LicenseAssignment.Read.All", "/subscribedSkus", TenantTopic.SubscribedSkus, "products, seats and the kind of tenant are unknown");

    /// <summary>For Conditional Access policies.</summary>
    public static GraphPermission Policies { get; } = new(
        "Policy.Read.All", "/identity/conditionalAccess/policies", TenantTopic.Policies, "nobody can tell which policies touch Mesh");

    /// <summary>For named locations.</summary>
    public static GraphPermission NamedLocations { get; } = new(
        "Policy.Read.All", "/identity/conditionalAccess/namedLocations", TenantTopic.NamedLocations, "policies that name a location can't be judged");

    /// <summary>For groups with their licences.</summary>
    public static GraphPermission Groups { get; } = new(
        "Group.Read.All", "/groups", TenantTopic.Groups, "it is unknown which groups give licences and where that fails");

    /// <summary>For the setting that says who may create Microsoft 365 groups.</summary>
    public static GraphPermission GroupCreation { get; } = new(
        "GroupSettings.Read.All", "/groupSettings", TenantTopic.GroupCreation, "it is unknown who may create Microsoft 365 groups");

    /// <summary>For who holds a role.</summary>
    public static GraphPermission Roles { get; } = new(
        "RoleManagement.Read.Directory", "/roleManagement/directory/roleAssignments", TenantTopic.Roles, "it is unknown who holds the roles that tasks ask for");

    /// <summary>For who could activate a role.</summary>
    public static GraphPermission EligibleRoles { get; } = new(
        "RoleManagement.Read.Directory", "/roleManagement/directory/roleEligibilityScheduleInstances", TenantTopic.Roles,
        "roles that people activate when they need them stay unseen");

    /// <summary>For the members of groups that hold a role.</summary>
    public static GraphPermission RoleGroups { get; } = new(
        "Group.Read.All", "/groups/{id}/transitiveMembers", TenantTopic.Roles, "nobody can tell who holds a role through a group");

    /// <summary>For purchases and trials.</summary>
    public static GraphPermission Subscriptions { get; } = new(
        "Organization.Read.All", "/directory/subscriptions", TenantTopic.Subscriptions, "it is unknown whether a trial runs and when it ends");

    /// <summary>For who may invite guests.</summary>
    public static GraphPermission GuestInvitations { get; } = new(
        "Policy.Read.All", "/policies/authorizationPolicy", TenantTopic.GuestInvitations, "it is unknown who may invite guests");

    /// <summary>For the organisations that are let in.</summary>
    public static GraphPermission CrossTenantDefault { get; } = new(
        "Policy.Read.All", "/policies/crossTenantAccessPolicy/default", TenantTopic.CrossTenantAccess, "it is unknown whether other organisations are let in");

    /// <summary>For the organisations with an entry of their own.</summary>
    public static GraphPermission CrossTenantPartners { get; } = new(
        "Policy.Read.All", "/policies/crossTenantAccessPolicy/partners", TenantTopic.CrossTenantAccess, "it is unknown which partners are let in");

    /// <summary>For the first sign-ins of guests.</summary>
    public static GraphPermission GuestSignIns { get; } = new(
        "AuditLog.Read.All", "/users?$select=signInActivity", TenantTopic.GuestSignIns,
        "it is unknown whether guests have ever signed in; the tenant also needs Microsoft Entra ID P1");

    /// <summary>For the application behind Mesh.</summary>
    public static GraphPermission Applications { get; } = new(
        "Application.Read.All", "/servicePrincipals", TenantTopic.Applications, "it is unknown whether Microsoft Mesh Services is there and enabled");

    /// <summary>For apps in the Teams catalogue.</summary>
    public static GraphPermission TeamsApps { get; } = new(
        "AppCatalog.Read.All", "/appCatalogs/teamsApps", TenantTopic.TeamsApps, "there is no clue whether the Teams apps are there");

    /// <summary>For the Teams policies of people.</summary>
    public static GraphPermission TeamsPolicies { get; } = new(
        "TeamsUserConfiguration.Read.All", "/admin/teams/userConfigurations", TenantTopic.TeamsPolicies, "there is no clue which Teams policies people are under");

    /// <summary>For apps in device management.</summary>
    public static GraphPermission MobileApps { get; } = new(
        "DeviceManagementApps.Read.All", "/deviceAppManagement/mobileApps", TenantTopic.MobileApps, "it is unknown whether device management hands out a Mesh app");

    /// <summary>For headsets.</summary>
    public static GraphPermission Headsets { get; } = new(
        "Device.Read.All", "/devices", TenantTopic.Headsets, "it is unknown whether headsets are managed and compliant");

    /// <summary>For sign-ins to Mesh.</summary>
    public static GraphPermission SignIns { get; } = new(
        "AuditLog.Read.All", "/auditLogs/signIns", TenantTopic.SignIns,
        "sign-ins to Mesh and their errors stay unseen; the tenant also needs Microsoft Entra ID P1");

    /// <summary>For all devices, in kinds.</summary>
    public static GraphPermission Devices { get; } = new(
        "Device.Read.All", "/devices?$select=extensionAttributes", TenantTopic.Devices, "nobody can tell which registered devices a device filter is about");

    /// <summary>For the members of groups that policies name, and of groups that hold a role.</summary>
    public static GraphPermission PolicyGroups { get; } = new(
        "Group.Read.All", "/groups/{id}/transitiveMembers/microsoft.graph.user", TenantTopic.PolicyMembers, "nobody can tell whom policies that name groups are for");

    /// <summary>For the holders of roles that policies name.</summary>
    public static GraphPermission PolicyRoles { get; } = new(
        "RoleManagement.Read.Directory", "/roleManagement/directory/roleAssignments?$expand=principal", TenantTopic.PolicyMembers,
        "nobody can tell whom policies that name roles are for");

    /// <summary>For people with their licences.</summary>
    public static GraphPermission Users { get; } = new(
        "User.Read.All", "/users", TenantTopic.Users, "nobody's readiness can be told");

    /// <summary>For one person, looked up alone.</summary>
    internal static GraphPermission OneUser { get; } = Users with { Endpoint = "/users/{id}" };

    /// <summary>For how far each plan of one person is.</summary>
    internal static GraphPermission LicenceDetails { get; } = SubscribedSkus with { Endpoint = "/users/{id}/licenseDetails", Purpose = "plans that still wait for something stay unseen" };

    /// <summary>For the groups of one person.</summary>
    internal static GraphPermission Memberships { get; } = Groups with { Endpoint = "/users/{id}/transitiveMemberOf", Purpose = "it is unknown which groups a person is in" };

    /// <summary>For the devices of one person. Microsoft's page of the call names no app-only permission; where it is refused, devices stay unknown.</summary>
    internal static GraphPermission DevicesOfUser { get; } = Headsets with { Endpoint = "/users/{id}/registeredDevices", Purpose = "it is unknown which devices a person has registered" };

    /// <summary>The same permissions, asked for what changed.</summary>
    internal static GraphPermission UserChanges { get; } = Users with { Endpoint = "/users/delta" };

    internal static GraphPermission GroupChanges { get; } = Groups with { Endpoint = "/groups/delta" };

    /// <summary>All of them, in the order in which a scan needs them.</summary>
    public static IReadOnlyList<GraphPermission> All { get; } =
    [
        Organization, SubscribedSkus, Policies, NamedLocations, Groups,
        GroupCreation, Roles, EligibleRoles, RoleGroups, Subscriptions, GuestInvitations, CrossTenantDefault, CrossTenantPartners, GuestSignIns,
        Applications, TeamsApps, TeamsPolicies, MobileApps, Headsets, SignIns,
        Devices, PolicyGroups, PolicyRoles, Users,
    ];
}
