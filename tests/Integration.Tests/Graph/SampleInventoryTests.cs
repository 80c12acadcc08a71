using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>What the reader says of a whole tenant's inventory, against what plain HTTP says.</summary>
public sealed class SampleInventoryTests
{
    private const string Mesh = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", "none")]
    [InlineData("healthy", "none")]
    [InlineData("messy", "heavy")]
    public async Task Headsets_guests_sign_ins_and_roles_are_counted_alike(string scenario, string faults)
    {
        await using var calm = await RunningTenant.StartAsync($"--people 700 --today 2026-03-31 --scenario {scenario}");
        await using var tenant = await RunningTenant.StartAsync($"--people 700 --today 2026-03-31 --scenario {scenario} --faults {faults}");
        var devices = (await calm.ItemsAsync("/v1.0/devices?$top=999")).Where(one => one.Text("model")!.StartsWith("Quest", StringComparison.Ordinal)).ToList();
        var guests = (await calm.ItemsAsync("/v1.0/users?$top=999&$select=id,userType,accountEnabled,externalUserState,signInActivity"))
            .Where(one => one.Text("userType")?.Equals("Guest", StringComparison.OrdinalIgnoreCase) is true && one.Text("externalUserState") != "PendingAcceptance" && one.GetProperty("accountEnabled").ValueKind is not JsonValueKind.False).ToList();
        var signIns = (await calm.ItemsAsync("/v1.0/auditLogs/signIns")).Where(one => one.Text("resourceId") == Mesh).ToList();

        var read = Reader(tenant).Inventory;
        var log = (await read.ReadSignInsAsync(Cancelled)).Value;

        Assert.NotEmpty(devices);
        Assert.NotEmpty(guests);
        Assert.Equal(
            new HeadsetFacts(devices.Count, devices.Count(one => !Is(one, "isManaged")), devices.Count(one => Is(one, "isManaged") && !Is(one, "isCompliant"))),
            (await read.ReadHeadsetsAsync(Cancelled)).Value);
        Assert.Equal(
            new GuestSignInFacts(guests.Count, guests.Count(one => one.GetProperty("signInActivity").ValueKind is JsonValueKind.Null), true),
            (await read.ReadGuestSignInsAsync(Cancelled)).Value);
        Assert.Equal(Math.Min(signIns.Count, 1000), log.SignIns);
        Assert.Equal(
            signIns.Take(1000).GroupBy(one => one.GetProperty("status").Number("errorCode")).Where(group => group.Key != 0)
                .Select(group => new SignInErrorCount(group.Key, group.Count())).OrderBy(error => error.Code),
            log.Errors);
    }

    [Fact]
    public async Task Role_holders_are_those_that_the_directory_lists_with_groups_resolved()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 300");
        var roles = (await tenant.ReadAsync("/v1.0/directoryRoles?$expand=members")).Items().ToDictionary(role => role.Text("roleTemplateId")!);

        var read = (await Reader(tenant).Inventory.ReadRolesAsync(Cancelled)).Value;

        Assert.Null(read.EligibleUnread);
        Assert.NotEmpty(read.Holders.Where(holder => holder.IsEligible));
        Assert.Contains(read.Holders, holder => !holder.IsTenantWide);

        foreach (var (name, id) in DirectoryRoles.TemplateIds)
        {
            var members = roles[id].GetProperty("members").EnumerateArray().Where(member => member.Text("@odata.type") == "#microsoft.graph.user").Select(member => member.Text("id")).ToList();
            var holders = read.Holders.Where(holder => holder.RoleId == id && holder is { IsTenantWide: true, IsEligible: false }).Select(holder => holder.PrincipalId).ToList();
            Assert.Equal(name, roles[id].Text("displayName"));
            Assert.Subset(holders.ToHashSet(), members.ToHashSet()!);
        }

        var group = (await tenant.ItemsAsync("/v1.0/groups?$top=999")).Single(one => one.Text("displayName") == "Role Teams administrators").Text("id");
        var resolved = (await tenant.ReadAsync($"/v1.0/groups/{group}/members")).Items().Select(member => member.Text("id")!).ToList();
        Assert.NotEmpty(resolved);
        Assert.Subset(read.Holders.Where(holder => holder.RoleId == DirectoryRoles.TemplateIds["Teams Administrator"]).Select(holder => holder.PrincipalId).ToHashSet(), resolved.ToHashSet());
    }

    [Theory]
    [InlineData("contoso", "everybody but one group: True, adminsGuestInvitersAndAllMembers, allowed, enabled: True, Teams apps: 2, packaged: , trials: EXAMPLE_MESH_TRIAL")]
    [InlineData("healthy", "everybody but one group: False, adminsGuestInvitersAndAllMembers, allowed, enabled: True, Teams apps: 2, packaged: available, trials: ")]
    [InlineData("half-licensed", "everybody but one group: True, adminsAndGuestInviters, allowed, enabled: True, Teams apps: 2, packaged: , trials: ")]
    [InlineData("messy", "everybody but one group: True, none, blocked, enabled: False, Teams apps: 1, packaged: nobody, trials: Teams_Premium_(for_Departments)")]
    public async Task Scenarios_differ_in_their_settings(string scenario, string expected)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 60 --scenario {scenario}");
        var read = Reader(tenant).Inventory;

        var apps = (await read.ReadMobileAppsAsync(Cancelled)).Value;

        Assert.Equal(expected, string.Join(", ",
            $"everybody but one group: {(await read.ReadGroupCreationAsync(Cancelled)).Value is { IsOpen: false, AllowedGroupId: not null }}",
            (await read.ReadGuestInvitationsAsync(Cancelled)).Value.AllowInvitesFrom,
            (await read.ReadCrossTenantAccessAsync(Cancelled)).Value.Default.Users,
            $"enabled: {(await read.ReadApplicationsAsync(Cancelled)).Value.Single().AccountEnabled}",
            $"Teams apps: {(await read.ReadTeamsAppsAsync(Cancelled)).Value.Length}",
            $"packaged: {string.Join(' ', apps.Select(app => app.Intents.IsEmpty ? "nobody" : app.Intents[0]))}",
            $"trials: {string.Join(' ', (await read.ReadSubscriptionsAsync(Cancelled)).Value.Where(one => one.IsTrial).Select(one => one.SkuPartNumber))}"));
    }

    [Fact]
    public async Task The_first_thousand_accounts_tell_which_Teams_policies_are_in_use()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");

        var read = (await Reader(tenant).Inventory.ReadTeamsPoliciesAsync(Cancelled)).Value;

        Assert.Equal(1000, read.Accounts);
        Assert.Equal(1000, read.Assignments.Where(one => one.PolicyType == "TeamsAppPermissionPolicy").Sum(one => one.Accounts));
        Assert.Equal(["Frontline apps", "Global"], read.Assignments.Where(one => one.PolicyType == "TeamsAppPermissionPolicy").Select(one => one.Name));
    }

    [Fact]
    public async Task What_was_not_consented_to_is_a_gap_each_with_its_permission()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 40 --scenario consent-missing");
        var reader = Reader(tenant);
        var basics = await TenantSurvey.ReadBasicsAsync(reader, TimeProvider.System, Cancelled);

        var survey = await TenantSurvey.ReadRestAsync(reader, basics, new(reader), TimeProvider.System, Cancelled);

        Assert.Null(survey.Fatal);
        Assert.Equal(
            [
                (TenantTopic.Policies, "Policy.Read.All"), (TenantTopic.NamedLocations, "Policy.Read.All"), (TenantTopic.Groups, "Group.Read.All"),
                (TenantTopic.GroupCreation, "GroupSettings.Read.All"), (TenantTopic.Roles, "RoleManagement.Read.Directory"),
                (TenantTopic.GuestInvitations, "Policy.Read.All"), (TenantTopic.CrossTenantAccess, "Policy.Read.All"),
                (TenantTopic.GuestSignIns, "AuditLog.Read.All"), (TenantTopic.Headsets, "Device.Read.All"), (TenantTopic.SignIns, "AuditLog.Read.All"),
                (TenantTopic.Devices, "Device.Read.All"),
            ],
            survey.Readings.Where(reading => reading.Problem is not null).Select(reading => (reading.Topic, Permission(reading.Problem!))));
    }

    private static string Permission(Problem problem) =>
        GraphPermissions.All.Select(one => one.Name).Distinct().Single(name => problem.Detail.Contains($"The permission {name} is missing", StringComparison.Ordinal));

    private static bool Is(JsonElement item, string property) => item.GetProperty(property).ValueKind is JsonValueKind.True;

    private static ITenantReader Reader(RunningTenant tenant) =>
        TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));
}
