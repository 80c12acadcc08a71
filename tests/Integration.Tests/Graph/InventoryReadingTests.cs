using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>What is made of answers as Graph documents them, and of those that differ.</summary>
public sealed class InventoryReadingTests
{
    private const string Nothing = """{"value":[]}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Nothing, true, null)]
    [InlineData("""{"value":[{"templateId":"other","values":[{"name":"EnableGroupCreation","value":"false"}]}]}""", true, null)]
    [InlineData("""{"value":[{"templateId":"62375AB9-6B52-47ED-826B-58E47E0E304B","values":[]}]}""", true, null)]
    [InlineData("""{"value":[{"templateId":"x"},{"displayName":"Group.Unified","values":[{"name":"EnableGroupCreation","value":"False"},{"name":"GroupCreationAllowedGroupId","value":""}]}]}""", false, null)]
    [InlineData("""{"value":[{"displayName":"Group.Unified","values":[{"name":"EnableGroupCreation","value":"false"},{"name":"GroupCreationAllowedGroupId","value":"C0FFEE00-6666-4D4D-8E8E-DDDDDDDDDDDD"}]}]}""", false, "c0ffee00-6666-4d4d-8e8e-dddddddddddd")]
    public async Task Who_may_create_groups(string body, bool isOpen, string? group)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        Assert.Equal(new GroupCreationFacts(isOpen, group), (await graph.Reader.Inventory.ReadGroupCreationAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task Role_holders_are_people_groups_and_those_who_can_activate_it()
    {
        const string teams = "69091246-20e8-4a56-aa4d-066075b2a7a8";
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/roleAssignments", Answers.Json($$$"""
                {"value":[
                 {"id":"1","roleDefinitionId":"{{{teams}}}","principalId":"p1","directoryScopeId":"/","principal":{"@odata.type":"#microsoft.graph.user","displayName":"Ada"}},
                 {"id":"2","roleDefinitionId":"{{{teams}}}","principalId":"g1","directoryScopeId":"/","principal":{"@odata.type":"#microsoft.graph.group","displayName":"Admins"}},
                 {"id":"3","roleDefinitionId":"{{{teams}}}","principalId":"p2","directoryScopeId":"/administrativeUnits/u","principal":null},
                 {"id":"1","roleDefinitionId":"{{{teams}}}","principalId":"p1","directoryScopeId":"/"},
                 {"id":"4","roleDefinitionId":"00000000-0000-0000-0000-000000000001","principalId":"p9","directoryScopeId":"/"}]}
                """)),
            ("/microsoft.graph.user", Answers.Json("""{"value":[{"id":"p3","displayName":"Cy"},{"id":"p4"}]}""")),
            ("/roleEligibilityScheduleInstances", Answers.Json($$$"""{"value":[{"id":"5","roleDefinitionId":"{{{teams}}}","principalId":"g1","directoryScopeId":"/","principal":{"@odata.type":"#microsoft.graph.group"}}]}"""))));

        var roles = (await graph.Reader.Inventory.ReadRolesAsync(Cancelled)).Value;

        Assert.Null(roles.EligibleUnread);
        Assert.Equal(
            [
                new(teams, "p1", "Ada", true, false), new(teams, "p3", "Cy", true, false), new(teams, "p4", null, true, false),
                new(teams, "p2", null, false, false), new(teams, "p3", "Cy", true, true), new(teams, "p4", null, true, true),
            ],
            roles.Holders);
        Assert.Single(graph.Requests, request => request.Path.EndsWith("/transitiveMembers/microsoft.graph.user", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(403, ProblemKind.ConsentNeeded)]
    [InlineData(400, ProblemKind.Malformed)]
    public async Task A_tenant_without_Privileged_Identity_Management_tells_its_roles_all_the_same(int status, ProblemKind kind)
    {
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/roleAssignments", Answers.Json(Nothing)), ("/roleEligibilityScheduleInstances", Answers.Status(status))));

        var roles = (await graph.Reader.Inventory.ReadRolesAsync(Cancelled)).Value;

        Assert.Equal(kind, roles.EligibleUnread?.Kind);
        Assert.Contains("/roleManagement/directory/roleEligibilityScheduleInstances", roles.EligibleUnread!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_a_group_that_may_not_be_read_leave_the_roles_unknown()
    {
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/roleAssignments", Answers.Json("""{"value":[{"id":"1","roleDefinitionId":"69091246-20e8-4a56-aa4d-066075b2a7a8","principalId":"g","principal":{"@odata.type":"#microsoft.graph.group"}}]}""")),
            ("/microsoft.graph.user", Answers.Status(403))));

        Assert.Contains("The permission Group.Read.All is missing", (await graph.Reader.ProblemAsync("/roleManagement/directory/roleAssignments")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_keep_their_times_and_plans()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
             {"id":"1","skuPartNumber":"TRIAL","status":"Enabled","isTrial":true,"createdDateTime":"2025-03-03T08:00:00Z","nextLifecycleDateTime":"2025-09-03T02:00:00+02:00",
              "serviceStatus":[{"servicePlanId":"acbca54f-c771-423b-a476-6d7a98cbbcec"},{"servicePlanId":null},{"servicePlanId":"odd"}]},
             {"id":"2","nextLifecycleDateTime":null}]}
            """));

        var read = (await graph.Reader.Inventory.ReadSubscriptionsAsync(Cancelled)).Value;

        Assert.Equal(
            ("TRIAL", "Enabled", true, new DateTimeOffset(2025, 3, 3, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 9, 3, 0, 0, 0, TimeSpan.Zero)),
            (read[0].SkuPartNumber, read[0].Status, read[0].IsTrial, read[0].CreatedAt, read[0].NextLifecycleAt));
        Assert.Equal([new("acbca54f-c771-423b-a476-6d7a98cbbcec")], read[0].ServicePlanIds);
        Assert.Equal(("", null, false, null, null, 0), (read[1].SkuPartNumber, read[1].Status, read[1].IsTrial, read[1].CreatedAt, read[1].NextLifecycleAt, read[1].ServicePlanIds.Length));
    }

    [Fact]
    public async Task Partners_say_only_what_differs_from_the_default()
    {
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/default", Answers.Json("""
                {"b2bCollaborationInbound":{"usersAndGroups":{"accessType":"blocked"},"applications":{"accessType":"allowed"}},"inboundTrust":{"isMfaAccepted":true,"isCompliantDeviceAccepted":false}}
                """)),
            ("/partners", Answers.Json("""{"value":[{"tenantId":"t1","b2bCollaborationInbound":null,"inboundTrust":null}]}"""))));

        var read = (await graph.Reader.Inventory.ReadCrossTenantAccessAsync(Cancelled)).Value;

        Assert.Equal(new InboundAccess("blocked", "allowed", true, false), read.Default);
        Assert.Equal([new PartnerAccess("t1", new(null, null, null, null))], read.Partners);
    }

    [Fact]
    public async Task Guests_who_have_not_accepted_or_may_not_sign_in_are_not_waited_for()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
             {"id":"1","accountEnabled":true,"externalUserState":"Accepted","signInActivity":{"lastSignInDateTime":"2026-01-01T00:00:00Z"}},
             {"id":"2","externalUserState":null,"signInActivity":{"lastSignInDateTime":null,"lastNonInteractiveSignInDateTime":"2026-01-01T00:00:00Z"}},
             {"id":"3","accountEnabled":true,"externalUserState":"Accepted","signInActivity":null},
             {"id":"4","externalUserState":"Accepted","signInActivity":{}},
             {"id":"5","externalUserState":"PendingAcceptance"},
             {"id":"6","accountEnabled":false,"externalUserState":"Accepted"},
             {"id":"3","accountEnabled":true,"externalUserState":"Accepted"}]}
            """));

        Assert.Equal(new GuestSignInFacts(4, 2, true), (await graph.Reader.Inventory.ReadGuestSignInsAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task Headsets_are_known_by_maker_or_model_and_asked_for_as_such()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
             {"id":"1","manufacturer":"Oculus","model":"Quest 3","isManaged":true,"isCompliant":true},
             {"id":"2","manufacturer":"Meta","model":null,"isManaged":true,"isCompliant":false},
             {"id":"3","manufacturer":null,"model":"Meta Quest Pro","isManaged":null,"isCompliant":null},
             {"id":"4","manufacturer":"samsung","model":"SM-S921B","isManaged":false}]}
            """));

        Assert.Equal(new HeadsetFacts(3, 1, 1), (await graph.Reader.Inventory.ReadHeadsetsAsync(Cancelled)).Value);
        Assert.Contains("startsWith(manufacturer,'Oculus')", Uri.UnescapeDataString(graph.Requests.Single().Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Graph_refuses_to_filter_by_maker_headsets_are_looked_for_among_all_that_run_Android()
    {
        await using var graph = await StubGraph.StartAsync(
            Answers.Status(400), Answers.Json("""{"value":[{"id":"1","manufacturer":"Oculus"},{"id":"2","manufacturer":"Google"}]}"""));

        Assert.Equal(new HeadsetFacts(1, 1, 0), (await graph.Reader.Inventory.ReadHeadsetsAsync(Cancelled)).Value);
        Assert.Contains("operatingSystem", graph.Requests[1].Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_are_counted_by_their_errors()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
             {"id":"1","status":{"errorCode":0}},{"id":"2","status":{"errorCode":53003}},{"id":"3","status":{"errorCode":50199}},
             {"id":"4","status":{"errorCode":53003}},{"id":"2","status":{"errorCode":53003}},{"id":"5"}]}
            """));

        var read = (await graph.Reader.Inventory.ReadSignInsAsync(Cancelled)).Value;

        Assert.Equal((5, true), (read.SignIns, read.IsWhole));
        Assert.Equal([new(50199, 1), new(53003, 2)], read.Errors);
    }

    [Fact]
    public async Task Policies_of_people_are_counted_once_a_person_and_those_without_are_left_out()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
             {"id":"1","effectivePolicyAssignments":[{"policyType":"A","policyAssignment":{"displayName":"Global"}},{"policyType":"B","policyAssignment":{"displayName":"Own"}},{"policyType":"C"}]},
             {"id":"2","effectivePolicyAssignments":[{"policyType":"A","policyAssignment":{"displayName":"Global"}},{"policyType":"A","policyAssignment":{"displayName":"Global"}}]},
             {"id":"1","effectivePolicyAssignments":[{"policyType":"A","policyAssignment":{"displayName":"Global"}}]},
             {"id":"3","effectivePolicyAssignments":[]},{"id":"4"}]}
            """));

        var read = (await graph.Reader.Inventory.ReadTeamsPoliciesAsync(Cancelled)).Value;

        Assert.Equal(2, read.Accounts);
        Assert.Equal([new("A", "Global", 2), new("B", "Own", 1)], read.Assignments);
    }

    [Fact]
    public async Task Apps_are_read_with_what_they_are_assigned_for()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[{"id":"1","displayName":"Mesh","publishingState":"published","assignments":[{"intent":"available"},{"intent":"required"}]},{"id":"2","displayName":"Mesh 2"}]}
            """));

        var read = (await graph.Reader.Inventory.ReadMobileAppsAsync(Cancelled)).Value;

        Assert.Equal(("1", "Mesh", "published", "available required"), (read[0].Id, read[0].DisplayName, read[0].PublishingState, string.Join(' ', read[0].Intents)));
        Assert.Equal(("2", "Mesh 2", null, 0), (read[1].Id, read[1].DisplayName, read[1].PublishingState, read[1].Intents.Length));
    }

    [Theory]
    [InlineData("/policies/authorizationPolicy", """{"id":"authorizationPolicy"}""", "allowInvitesFrom")]
    [InlineData("/policies/authorizationPolicy", """{"allowInvitesFrom":7}""", "allowInvitesFrom should be text")]
    [InlineData("/policies/authorizationPolicy", "[]", "the body should be an object")]
    [InlineData("/policies/crossTenantAccessPolicy/default", "{}", "b2bCollaborationInbound")]
    [InlineData("/policies/crossTenantAccessPolicy/default", """{"b2bCollaborationInbound":{"usersAndGroups":"all"}}""", "usersAndGroups should be an object")]
    [InlineData("/groupSettings", """{"value":[{"values":{}},{"displayName":"Group.Unified","values":{}}]}""", "value[1].values should be a list")]
    [InlineData("/roleManagement/directory/roleAssignments", """{"value":[{"id":"1","principalId":"p"}]}""", "value[0].roleDefinitionId should be text")]
    [InlineData("/directory/subscriptions", """{"value":[{"id":"1","isTrial":"no"}]}""", "value[0].isTrial should be true or false")]
    [InlineData("/directory/subscriptions", """{"value":[{"id":"1","createdDateTime":"soon"}]}""", "value[0].createdDateTime should be a time")]
    [InlineData("/users?$select=signInActivity", """{"value":[{"id":"1","signInActivity":[]}]}""", "value[0].signInActivity should be an object")]
    [InlineData("/servicePrincipals", """{"value":[{"id":"1"}]}""", "value[0].appId should be text")]
    [InlineData("/appCatalogs/teamsApps", """{"value":[{"id":"1","displayName":"a"},{"id":"2"}]}""", "value[1].displayName should be text")]
    [InlineData("/admin/teams/userConfigurations", """{"value":["x"]}""", "value[0].the item should be an object")]
    [InlineData("/deviceAppManagement/mobileApps", """{"value":[{"displayName":"Mesh"}]}""", "value[0].id should be text")]
    [InlineData("/devices", """{"value":[{"id":"1","isManaged":1}]}""", "value[0].isManaged should be true or false")]
    [InlineData("/auditLogs/signIns", """{"value":[{"status":{}}]}""", "value[0].id should be text")]
    public async Task A_wrong_value_is_named_by_its_place(string endpoint, string body, string place)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        var problem = await graph.Reader.ProblemAsync(endpoint);

        Assert.Equal(ProblemKind.Malformed, problem.Kind);
        Assert.Contains(place, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/policies/authorizationPolicy", "Policy.Read.All")]
    [InlineData("/policies/crossTenantAccessPolicy/default", "Policy.Read.All")]
    public async Task A_setting_that_may_not_be_read_names_its_permission(string endpoint, string permission)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(403));

        var problem = await graph.Reader.ProblemAsync(endpoint);

        Assert.Equal(ProblemKind.ConsentNeeded, problem.Kind);
        Assert.Contains($"The permission {permission} is missing for GET {endpoint} (403).", problem.Detail, StringComparison.Ordinal);
    }
}
