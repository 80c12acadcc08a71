namespace MeshReadiness.Graph;

/// <summary>A Graph permission that the product asks for, always read-only and app-only.</summary>
/// <param name="Name">The permission's name.</param>
/// <param name="Endpoint">The endpoint that needs it.</param>
/// <param name="Purpose">What can't be told without it, as it ends the sentence "Without it, …".</param>
public sealed record GraphPermission(string Name, string Endpoint, string Purpose);

/// <summary>The least that each call needs. <c>docs/permissions.md</c> is held equal to this list by a test.</summary>
public static class GraphPermissions
{
    /// <summary>For the tenant itself.</summary>
    public static GraphPermission Organization { get; } = new(
        "Organization.Read.All", "/organization", "the tenant's name and type are unknown");

    /// <summary>For products and seats.</summary>
    public static GraphPermission SubscribedSkus { get; } = new(
        "LicenseAssignment.Read.All", "/subscribedSkus", "products, seats and the kind of tenant are unknown");

    /// <summary>For Conditional Access policies.</summary>
    public static GraphPermission Policies { get; } = new(
        "Policy.Read.All", "/identity/conditionalAccess/policies", "nobody can tell which policies touch Mesh");

    /// <summary>For named locations.</summary>
    public static GraphPermission NamedLocations { get; } = new(
        "Policy.Read.All", "/identity/conditionalAccess/namedLocations", "policies that name a location can't be judged");

    /// <summary>For groups with their licences.</summary>
    public static GraphPermission Groups { get; } = new(
        "Group.Read.All", "/groups", "it is unknown which groups give licences and where that fails");

    /// <summary>For people with their licences.</summary>
    public static GraphPermission Users { get; } = new(
        "User.Read.All", "/users", "nobody's readiness can be told");

    /// <summary>The same permissions, asked for what changed.</summary>
    internal static GraphPermission UserChanges { get; } = Users with { Endpoint = "/users/delta" };

    internal static GraphPermission GroupChanges { get; } = Groups with { Endpoint = "/groups/delta" };

    /// <summary>All of them, in the order in which a scan needs them.</summary>
    public static IReadOnlyList<GraphPermission> All { get; } = [Organization, SubscribedSkus, Policies, NamedLocations, Groups, Users];
}
