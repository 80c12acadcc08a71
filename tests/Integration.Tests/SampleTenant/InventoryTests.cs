using System.Text.Json;

namespace MeshReadiness.Integration.Tests.SampleTenant;

/// <summary>That what only tasks need is answered in the shape that Graph documents.</summary>
public sealed class InventoryTests
{
    [Theory]
    [InlineData("policies/authorizationPolicy", "allowInvitesFrom String", "guestUserRoleId String")]
    [InlineData("policies/crossTenantAccessPolicy/default", "inboundTrust Object", "b2bCollaborationInbound Object", "isServiceDefault False")]
    public async Task A_setting_is_told_in_its_shape(string path, params string[] properties)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");

        var one = await tenant.ReadAsync("/v1.0/" + path);

        Assert.All(properties, property => Assert.Equal(property.Split(' ')[1], one.GetProperty(property.Split(' ')[0]).ValueKind.ToString()));
    }

    [Theory]
    [InlineData("directory/subscriptions", "id String", "skuId String", "status String", "serviceStatus Array", "createdDateTime String")]
    [InlineData("roleManagement/directory/roleAssignments?$expand=principal", "id String", "principalId String", "roleDefinitionId String", "directoryScopeId String", "principal Object")]
    [InlineData("servicePrincipals?$filter=appId eq '3016d0ce-47cc-4005-b11d-5fcabb1b643d'&$select=id,appId,accountEnabled", "appId String")]
    [InlineData("appCatalogs/teamsApps?$filter=displayName eq 'Avatars' or displayName eq 'Mesh'", "id String", "displayName String", "distributionMethod String")]
    [InlineData("admin/teams/userConfigurations", "id String", "effectivePolicyAssignments Array")]
    [InlineData("users?$filter=userType eq 'Guest'&$select=id,signInActivity", "id String")]
    [InlineData("devices?$count=true&$filter=startsWith(manufacturer,'Oculus') or startsWith(model,'Quest')&$select=id,manufacturer,model,isManaged", "manufacturer String", "model String")]
    [InlineData("auditLogs/signIns?$filter=resourceId eq '3016d0ce-47cc-4005-b11d-5fcabb1b643d'&$top=1000", "id String", "status Object", "resourceId String")]
    public async Task A_list_is_told_in_its_shape(string path, params string[] properties)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 400");

        var items = await tenant.ItemsAsync("/v1.0/" + path);

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.All(properties, property =>
            Assert.Equal(property.Split(' ')[1], item.GetProperty(property.Split(' ')[0]).ValueKind.ToString())));
    }

    [Fact]
    public async Task A_guest_who_never_came_has_no_activity_and_one_who_did_has_a_time()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 2000");

        var guests = await tenant.ItemsAsync("/v1.0/users?$filter=userType eq 'Guest'&$select=id,externalUserState,signInActivity");

        var accepted = guests.Where(guest => guest.Text("externalUserState") == "Accepted").ToLookup(guest => guest.GetProperty("signInActivity").ValueKind);
        Assert.All(guests.Where(guest => guest.Text("externalUserState") == "PendingAcceptance"), guest => Assert.Equal(JsonValueKind.Null, guest.GetProperty("signInActivity").ValueKind));
        Assert.InRange(accepted[JsonValueKind.Null].Count(), 1, accepted[JsonValueKind.Object].Count() / 4);
        Assert.All(accepted[JsonValueKind.Object], guest => Assert.True(guest.GetProperty("signInActivity").GetProperty("lastSignInDateTime").TryGetDateTimeOffset(out _)));
    }

    [Fact]
    public async Task Another_seed_has_other_role_holders_and_guests()
    {
        await using var one = await RunningTenant.StartAsync("--people 300 --seed 7");
        await using var other = await RunningTenant.StartAsync("--people 300 --seed 8");

        Assert.NotEqual(await HoldersAsync(one), await HoldersAsync(other));

        static async Task<List<string?>> HoldersAsync(RunningTenant tenant) =>
            [.. (await tenant.ItemsAsync("/v1.0/roleManagement/directory/roleAssignments")).Select(item => item.Text("principalId"))];
    }

    [Fact]
    public async Task In_a_healthy_tenant_every_headset_is_managed_and_compliant()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 700 --scenario healthy");

        var headsets = await tenant.ItemsAsync("/v1.0/devices?$filter=startsWith(model,'Quest')&$select=id,isManaged,isCompliant");

        Assert.NotEmpty(headsets);
        Assert.All(headsets, headset => Assert.True(headset.GetProperty("isManaged").GetBoolean() && headset.GetProperty("isCompliant").GetBoolean()));
    }
}
