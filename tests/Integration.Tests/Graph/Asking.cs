using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Asks by endpoint, for what is true of every question alike.</summary>
internal static class Asking
{
    public static TheoryData<string> Endpoints =>
    [
        "/organization", "/subscribedSkus", "/identity/conditionalAccess/policies", "/identity/conditionalAccess/namedLocations", "/groups", "/users",
        "/groupSettings", "/roleManagement/directory/roleAssignments", "/directory/subscriptions", "/users?$select=signInActivity", "/servicePrincipals",
        "/appCatalogs/teamsApps", "/admin/teams/userConfigurations", "/deviceAppManagement/mobileApps", "/devices", "/auditLogs/signIns",
        "/devices?$select=extensionAttributes",
        "/groups/{id}/transitiveMembers/microsoft.graph.user", "/roleManagement/directory/roleAssignments?$expand=principal",
    ];

    private static readonly HashSet<string> AnyRole = [.. DirectoryRoles.TemplateIds.Values];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Result<int>> AskAsync(this ITenantReader reader, string endpoint, CancellationToken cancellationToken) => endpoint switch
    {
        "/organization" => (await reader.ReadOrganizationAsync(cancellationToken)).Map(_ => 1),
        "/subscribedSkus" => (await reader.ReadSubscribedSkusAsync(cancellationToken)).Map(read => read.Length),
        "/identity/conditionalAccess/policies" => (await reader.ReadPoliciesAsync(cancellationToken)).Map(read => read.Length),
        "/identity/conditionalAccess/namedLocations" => (await reader.ReadNamedLocationsAsync(cancellationToken)).Map(read => read.Length),
        "/groups" => (await reader.ReadGroupsAsync(new HashSet<string>(), cancellationToken)).Map(read => read.Length),
        "/groupSettings" => (await reader.Inventory.ReadGroupCreationAsync(cancellationToken)).Map(_ => 1),
        "/roleManagement/directory/roleAssignments" => (await reader.Inventory.ReadRolesAsync(cancellationToken)).Map(read => read.Holders.Length),
        "/directory/subscriptions" => (await reader.Inventory.ReadSubscriptionsAsync(cancellationToken)).Map(read => read.Length),
        "/policies/authorizationPolicy" => (await reader.Inventory.ReadGuestInvitationsAsync(cancellationToken)).Map(_ => 1),
        "/policies/crossTenantAccessPolicy/default" => (await reader.Inventory.ReadCrossTenantAccessAsync(cancellationToken)).Map(read => read.Partners.Length),
        "/users?$select=signInActivity" => (await reader.Inventory.ReadGuestSignInsAsync(cancellationToken)).Map(read => read.Guests),
        "/servicePrincipals" => (await reader.Inventory.ReadApplicationsAsync(cancellationToken)).Map(read => read.Length),
        "/appCatalogs/teamsApps" => (await reader.Inventory.ReadTeamsAppsAsync(cancellationToken)).Map(read => read.Length),
        "/admin/teams/userConfigurations" => (await reader.Inventory.ReadTeamsPoliciesAsync(cancellationToken)).Map(read => read.Accounts),
        "/deviceAppManagement/mobileApps" => (await reader.Inventory.ReadMobileAppsAsync(cancellationToken)).Map(read => read.Length),
        "/devices" => (await reader.Inventory.ReadHeadsetsAsync(cancellationToken)).Map(read => read.Registered),
        "/auditLogs/signIns" => (await reader.Inventory.ReadSignInsAsync(cancellationToken)).Map(read => read.SignIns),
        "/devices?$select=extensionAttributes" => (await reader.Inventory.ReadDevicesAsync(cancellationToken)).Map(read => read.Devices),
        "/groups/{id}/transitiveMembers/microsoft.graph.user" => (await reader.ReadGroupMembersAsync("one", cancellationToken).FirstAsync(cancellationToken)).Map(read => read.Length),
        "/roleManagement/directory/roleAssignments?$expand=principal" => (await reader.ReadRoleHoldersAsync(AnyRole, cancellationToken)).Map(read => read.Length),
        _ => (await reader.FirstPageAsync(null, cancellationToken)).Map(read => read.Users.Length),
    };

    /// <summary>The first page of people, or the problem instead of it.</summary>
    public static async Task<Result<UserPage>> FirstPageAsync(this ITenantReader reader, string? from, CancellationToken cancellationToken) =>
        await reader.ReadUsersAsync(from, withPlans: true, cancellationToken).FirstAsync(cancellationToken);

    /// <summary>What goes wrong when this is asked; that nothing does fails the test.</summary>
    public static async Task<Problem> ProblemAsync(this ITenantReader reader, string endpoint)
    {
        var answer = await reader.AskAsync(endpoint, Cancelled);

        Assert.False(answer.Succeeded, $"GET {endpoint} was answered, and something was to be wrong with it.");
        return answer.Problem;
    }

    /// <summary>The one user of the only page.</summary>
    public static async Task<UserFacts> OnlyUserAsync(this ITenantReader reader) =>
        Assert.Single((await reader.FirstPageAsync(null, Cancelled)).Value.Users);
}
