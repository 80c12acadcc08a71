namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class TopicTests : IAsyncLifetime
{
    private RunningTenant _tenant = null!;

    public async ValueTask InitializeAsync() => _tenant = await RunningTenant.StartAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Theory]
    [InlineData("directory/subscriptions", "isTrial")]
    [InlineData("domains", "isVerified")]
    [InlineData("groupSettings", "templateId")]
    [InlineData("groupSettingTemplates", "values")]
    [InlineData("roleManagement/directory/roleAssignments?$expand=principal", "principal")]
    [InlineData("roleManagement/directory/roleEligibilityScheduleInstances", "memberType")]
    [InlineData("directoryRoles?$expand=members", "members")]
    [InlineData("identity/conditionalAccess/namedLocations", "@odata.type")]
    [InlineData("deviceManagement/managedDevices", "azureADDeviceId")]
    [InlineData("deviceAppManagement/mobileApps?$expand=assignments", "assignments")]
    [InlineData("appCatalogs/teamsApps?$expand=appDefinitions", "appDefinitions")]
    [InlineData("admin/teams/userConfigurations", "effectivePolicyAssignments")]
    [InlineData("servicePrincipals", "appId")]
    [InlineData("policies/crossTenantAccessPolicy/partners", "inboundTrust")]
    public async Task A_topic_lists_what_the_checks_read(string topic, string property)
    {
        var items = (await _tenant.ReadAsync("/v1.0/" + topic)).Items().ToList();

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.True(item.TryGetProperty(property, out _), property));
    }

    [Theory]
    [InlineData("teamwork", "isTeamsEnabled")]
    [InlineData("teamwork/teamsAppSettings", "allowUserRequestsForAppAccess")]
    [InlineData("admin/reportSettings", "displayConcealedNames")]
    [InlineData("policies/authorizationPolicy", "allowInvitesFrom")]
    [InlineData("policies/crossTenantAccessPolicy/default", "inboundTrust")]
    [InlineData("servicePrincipals(appId='3016d0ce-47cc-4005-b11d-5fcabb1b643d')", "accountEnabled")]
    public async Task A_setting_is_told(string topic, string property) =>
        Assert.True((await _tenant.ReadAsync("/v1.0/" + topic)).TryGetProperty(property, out _));

    [Fact]
    public async Task Store_apps_are_known_to_beta_only()
    {
        const string filter = "?$filter=(isof('microsoft.graph.winGetApp'))";

        Assert.Empty((await _tenant.ReadAsync("/v1.0/deviceAppManagement/mobileApps" + filter)).Items());
        Assert.Contains(
            (await _tenant.ReadAsync("/beta/deviceAppManagement/mobileApps" + filter)).Items(), app => app.Text("displayName") == "Microsoft Mesh");
    }

    [Fact]
    public async Task Mesh_sign_ins_are_found_through_beta()
    {
        const string query = "?$filter=resourceDisplayName eq 'Microsoft Mesh Services' and signInEventTypes/any(t:t eq 'nonInteractiveUser')&$top=20";

        var signIns = (await _tenant.ReadAsync("/beta/auditLogs/signIns" + query)).Items().ToList();
        var interactive = (await _tenant.ReadAsync("/v1.0/auditLogs/signIns")).Items().ToList();

        Assert.NotEmpty(signIns);
        Assert.All(signIns, signIn => Assert.False(signIn.GetProperty("isInteractive").GetBoolean()));
        Assert.All(interactive, signIn => Assert.True(signIn.GetProperty("isInteractive").GetBoolean()));
        Assert.Equal(
            interactive.Select(signIn => signIn.Text("createdDateTime")),
            interactive.Select(signIn => signIn.Text("createdDateTime")).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Headsets_are_registered_under_their_makers_names()
    {
        var headsets = await _tenant.ItemsAsync("/v1.0/devices?$filter=startsWith(model,'Quest')&$select=id,manufacturer,trustType,isManaged");

        Assert.NotEmpty(headsets);
        Assert.All(headsets, headset => Assert.Contains(headset.Text("manufacturer"), (string[])["Oculus", "Meta"]));
    }

    [Fact]
    public async Task A_persons_plans_are_told_by_name()
    {
        var person = (await _tenant.ItemsAsync("/v1.0/users?$filter=assignedLicenses/any(l:l/skuId eq 05e9a617-0261-4cee-bb44-138d3ef5d965)")).First().Text("id");

        var details = (await _tenant.ReadAsync($"/v1.0/users/{person}/licenseDetails")).Items().ToList();

        Assert.Contains(details, one => one.Text("skuPartNumber") == "SPE_E3");
        Assert.Contains(details.SelectMany(one => one.GetProperty("servicePlans").EnumerateArray()), plan => plan.Text("servicePlanName") == "TEAMS1");
    }

    [Fact]
    public async Task What_the_tenant_does_not_do_is_said_in_graphs_words()
    {
        var evaluate = await _tenant.PostAsync("/v1.0/identity/conditionalAccess/evaluate", new { });
        var unknown = await _tenant.AskAsync("/v1.0/unheardOf");

        Assert.Equal(501, (int)evaluate.Status);
        Assert.Equal("notImplemented", evaluate.ErrorCode);
        Assert.Equal(404, (int)unknown.Status);
    }
}
