using System.Text.Json;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class ScenarioTests
{
    private const string Teams = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    private const string Avatars = "dcf9d2f4-772e-4434-b757-77a453cfbc02";
    private const string Immersive = "f0ff6ac6-297d-49cd-be34-6dfef97f0c28";
    private const string Mesh = "acbca54f-c771-423b-a476-6d7a98cbbcec";
    private const string MeshServices = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";

    [Fact]
    public async Task In_a_healthy_tenant_every_working_member_holds_everything()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 400 --scenario healthy");

        var people = await PeopleAsync(tenant);

        var working = people.Where(person => person.GetProperty("accountEnabled").GetBoolean() && person.Text("userType") == "Member").ToList();
        Assert.NotEmpty(working);
        Assert.All(working, person => Assert.Empty(new[] { Teams, Avatars, Immersive, Mesh }.Except(Enabled(person))));
        Assert.Equal(0, (await tenant.ReadAsync("/_tenant/expected")).Number("licenceErrors"));
    }

    [Fact]
    public async Task In_a_half_licensed_tenant_about_half_hold_mesh()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1000 --scenario half-licensed");

        var people = await PeopleAsync(tenant);

        var working = people.Where(person => person.GetProperty("accountEnabled").GetBoolean() && person.Text("userType") == "Member").ToList();
        Assert.InRange(working.Count(person => Enabled(person).Contains(Mesh)), working.Count * 0.45, working.Count * 0.55);
    }

    [Fact]
    public async Task Contoso_is_as_mixed_as_it_says()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 2500");

        var people = await PeopleAsync(tenant);

        var members = people.Where(person => person.Text("userType") == "Member").ToList();
        Assert.InRange(members.Count(person => person.GetProperty("accountEnabled").GetBoolean()), 2000, 2300);
        Assert.InRange(people.Count(person => person.Text("userType") == "Guest"), 100, 200);
        Assert.InRange(members.Count(person => Enabled(person).IsSupersetOf([Teams, Avatars])), members.Count * 0.6, members.Count * 0.8);
        Assert.InRange(members.Count(person => Enabled(person).Contains(Mesh)), members.Count * 0.18, members.Count * 0.32);
        Assert.Equal(
            ["Enabled", "Suspended", "Warning"],
            (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().Select(sku => sku.Text("capabilityStatus")).Distinct().Order());
        Assert.Contains(people, person => person.Text("externalUserState") == "PendingAcceptance");
        Assert.Contains(people, person => person.Text("usageLocation") is null && person.GetProperty("assignedLicenses").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Contoso_has_the_quest_cases_among_its_policies()
    {
        await using var tenant = await RunningTenant.StartAsync();

        var policies = (await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies")).Items().ToList();

        var groups = (await tenant.ItemsAsync("/v1.0/groups?$select=id")).Select(group => group.Text("id")).ToHashSet();
        Assert.Equal(["disabled", "enabled", "enabledForReportingButNotEnforced"], policies.Select(policy => policy.Text("state")).Distinct().Order());
        Assert.Contains(policies, policy => Rule(policy)?.Contains("-in [", StringComparison.Ordinal) == true);
        Assert.Contains(policies, policy => Rule(policy)?.Contains("-ne ", StringComparison.Ordinal) == true);
        Assert.Contains(policies, policy => List(policy, "applications", "excludeApplications").Contains(MeshServices));
        Assert.Contains(policies, policy => List(policy, "users", "includeUsers").Contains("None"));
        Assert.All(policies, policy => Assert.Equal(
            policy.Text("displayName")!.Contains("deleted group", StringComparison.Ordinal),
            List(policy, "users", "includeGroups").Concat(List(policy, "users", "excludeGroups")).Any(id => !groups.Contains(id))));
    }

    [Fact]
    public async Task Where_quest_is_blocked_devices_have_to_be_compliant_for_everything()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 100 --scenario quest-blocked");

        var policies = (await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies")).Items().Where(policy => policy.Text("state") == "enabled").ToList();

        Assert.Contains(policies, policy => List(policy, "applications", "includeApplications").Contains("All") && Grants(policy).Contains("compliantDevice"));
        Assert.Contains(policies, policy => Grants(policy).Contains("compliantApplication"));
        Assert.Contains(policies, policy => policy.GetProperty("conditions").GetProperty("authenticationFlows") is { ValueKind: JsonValueKind.Object });
    }

    [Theory]
    [InlineData("government", "304767db-7d23-49e8-a945-4a7eb65f9f28")]
    [InlineData("education", "63038b2c-28d0-45f6-bc36-33062963b498")]
    public async Task Public_sector_tenants_show_by_their_plans_and_offer_no_mesh(string scenario, string sign)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 100 --scenario {scenario}");

        var plans = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items()
            .SelectMany(sku => sku.GetProperty("servicePlans").EnumerateArray()).Select(plan => plan.Text("servicePlanId")).ToHashSet();

        Assert.Contains(sign, plans);
        Assert.DoesNotContain(Mesh, plans);
        Assert.Empty((await tenant.ReadAsync($"/v1.0/servicePrincipals?$filter=appId eq '{MeshServices}'")).Items());
    }

    [Fact]
    public async Task An_empty_tenant_has_an_organization_and_nothing_else()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 500 --scenario empty");

        Assert.Single((await tenant.ReadAsync("/v1.0/organization")).Items());

        foreach (var topic in new[] { "users", "groups", "subscribedSkus", "devices", "identity/conditionalAccess/policies", "auditLogs/signIns", "directoryRoles" })
        {
            Assert.Empty((await tenant.ReadAsync("/v1.0/" + topic)).Items());
        }
    }

    [Fact]
    public async Task A_messy_tenant_holds_what_nobody_expects()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500 --scenario messy");

        var people = await tenant.ItemsAsync("/v1.0/users?$top=999&$select=displayName," + RunningTenant.UserFacts);

        var names = people.Select(person => person.Text("displayName")).ToList();
        var states = people.SelectMany(person => person.GetProperty("assignedPlans").EnumerateArray()).Select(row => row.Text("capabilityStatus")).ToHashSet();
        Assert.Contains(null, names);
        Assert.Contains(names, name => name?.Length == 256);
        Assert.Contains("山田 太郎", names);
        Assert.True(names.Count(name => name == "Alex Smith") > 1);
        Assert.Superset(new HashSet<string?> { "enabled", "ENABLED", "PendingActivationXyz", "LockedOut", "WARNING" }, states);
        Assert.Superset(new HashSet<string?> { null, "Member", "MEMBER", "member", "Guest" }, people.Select(person => person.Text("userType")).ToHashSet());
        Assert.Contains(people, person => person.GetProperty("accountEnabled").ValueKind == JsonValueKind.Null);
    }

    private static Task<List<JsonElement>> PeopleAsync(RunningTenant tenant) =>
        tenant.ItemsAsync("/v1.0/users?$top=999&$select=" + RunningTenant.UserFacts);

    private static HashSet<string> Enabled(JsonElement person) => [.. person.GetProperty("assignedPlans").EnumerateArray()
        .Where(row => row.Text("capabilityStatus") == "Enabled").Select(row => row.Text("servicePlanId")!)];

    private static string? Rule(JsonElement policy) =>
        policy.GetProperty("conditions").GetProperty("devices") is { ValueKind: JsonValueKind.Object } devices
            ? devices.GetProperty("deviceFilter").Text("rule")
            : null;

    private static IEnumerable<string> List(JsonElement policy, string part, string list) =>
        policy.GetProperty("conditions").GetProperty(part).GetProperty(list).EnumerateArray().Select(id => id.GetString()!);

    private static IEnumerable<string> Grants(JsonElement policy) => policy.GetProperty("grantControls") is { ValueKind: JsonValueKind.Object } controls
        ? controls.GetProperty("builtInControls").EnumerateArray().Select(control => control.GetString()!)
        : [];
}
