using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>What the reader says of a whole tenant, against what plain HTTP and the tenant's own arithmetic say.</summary>
public sealed class TenantReadingTests
{
    private const string Tenant = "--today 2026-03-31 --people 2300 --scenario ";

    /// <summary>All that the sample tenant offers.</summary>
    public static TheoryData<string> Scenarios =>
    [
        "contoso", "healthy", "half-licensed", "quest-blocked", "consent-missing", "government", "education", "empty", "messy",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task The_organisation_is_as_told(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var raw = (await tenant.ItemsAsync("/v1.0/organization")).Single();

        var read = (await Reader(tenant).ReadOrganizationAsync(Cancelled)).Value;

        Assert.Equal(Plainly.Organization(raw), read);
        Assert.Equal((await tenant.ReadAsync("/_tenant/expected")).GetProperty("organization").Text("id"), read.Id);
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Products_seats_and_plans_are_as_told(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var raw = await tenant.ItemsAsync("/v1.0/subscribedSkus");
        var expected = (await tenant.ReadAsync("/_tenant/expected")).GetProperty("products").EnumerateArray();

        var read = (await Reader(tenant).ReadSubscribedSkusAsync(Cancelled)).Value;

        Assert.Equal(raw.Select(Plainly.Sku), read.Select(Plainly.Sku));
        Assert.Equal(
            expected.Select(one => (one.Text("skuId"), one.Number("enabled"), one.Number("warning"), one.Number("suspended"), one.Number("lockedOut"), one.Number("consumed"))),
            read.Select(one => ((string?)one.SkuId.ToString(), one.PrepaidUnits.Enabled, one.PrepaidUnits.Warning, one.PrepaidUnits.Suspended, one.PrepaidUnits.LockedOut, one.ConsumedUnits)));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Policies_and_locations_are_kept_whole(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var policies = await tenant.ItemsAsync("/v1.0/identity/conditionalAccess/policies");
        var locations = await tenant.ItemsAsync("/v1.0/identity/conditionalAccess/namedLocations");

        var readPolicies = (await Reader(tenant).ReadPoliciesAsync(Cancelled)).Value;
        var readLocations = (await Reader(tenant).ReadNamedLocationsAsync(Cancelled)).Value;

        Assert.NotEmpty(policies);
        Assert.Equal(policies.Select(Plainly.Policy), readPolicies.Select(Plainly.Policy));
        Assert.All(policies.Zip(readPolicies), pair => Assert.True(JsonElement.DeepEquals(pair.First, JsonElement.Parse(pair.Second.Json))));
        Assert.Equal(locations.Select(Plainly.Location), readLocations.Select(Plainly.Location));
        Assert.All(locations.Zip(readLocations), pair => Assert.True(JsonElement.DeepEquals(pair.First, JsonElement.Parse(pair.Second.Json))));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Groups_that_give_licences_fail_at_it_or_are_named_are_kept(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var raw = await tenant.ItemsAsync("/v1.0/groups?$select=id,displayName,groupTypes,assignedLicenses,licenseProcessingState,hasMembersWithLicenseErrors&$top=7");
        var named = raw.Where(group => group.GetProperty("assignedLicenses").GetArrayLength() == 0).Select(group => group.Text("id")!).Take(2).ToHashSet();

        var read = (await Reader(tenant).ReadGroupsAsync(named, Cancelled)).Value;

        Assert.Equal(
            raw.Where(group => Plainly.Matters(group) || named.Contains(group.Text("id")!)).Select(Plainly.Group).Order(StringComparer.Ordinal),
            read.Select(Plainly.Group).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_person_is_met_once_and_as_told(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var raw = await tenant.ItemsAsync("/v1.0/users?$top=500&$select=displayName,userPrincipalName,mail,jobTitle,officeLocation,country," + RunningTenant.UserFacts);

        var pages = await Reader(tenant).PagesAsync();

        var read = pages.SelectMany(page => page.Users).ToList();
        Assert.Equal(raw.Count == 0 ? 1 : 3, pages.Count);
        Assert.Equal(raw.Select(person => person.Text("id")).Order(StringComparer.Ordinal), read.Select(person => person.Id).Order(StringComparer.Ordinal));
        Assert.Equal(raw.Select(Plainly.Person).Order(StringComparer.Ordinal), read.Select(Plainly.Person).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_plans_everything_else_is_the_same()
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + "contoso");
        var whole = (await Reader(tenant).PagesAsync()).SelectMany(page => page.Users).ToDictionary(person => person.Id);
        var met = 0;

        await foreach (var page in Reader(tenant).ReadUsersAsync(null, withPlans: false, Cancelled))
        {
            foreach (var person in page.Value.Users)
            {
                var holdings = whole[person.Id].Holdings;
                Assert.True(person.Holdings.Plans.IsDefault);
                Assert.Equal(whole[person.Id] with { Holdings = holdings with { Plans = default } }, person);
                met++;
            }
        }

        Assert.Equal(whole.Count, met);
    }

    [Fact]
    public async Task The_plans_of_all_who_hold_a_product_are_told_and_nothing_else()
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + "contoso");
        var people = (await Reader(tenant).PagesAsync()).SelectMany(page => page.Users).ToList();
        var product = people.SelectMany(person => person.AssignedLicenses).GroupBy(licence => licence.SkuId).MaxBy(one => one.Count())!.Key;
        var holders = people.Where(person => person.AssignedLicenses.Any(licence => licence.SkuId == product));

        var told = new List<UserChange>();

        await foreach (var page in Reader(tenant).ReadPlansAsync(product, null, Cancelled))
        {
            told.AddRange(page.Value.Changes);
        }

        Assert.All(told, change => Assert.Equal(UserProperties.Plans, change.Told));
        Assert.Equal(
            holders.ToDictionary(person => person.Id, person => person.AssignedPlans.AsEnumerable()),
            told.ToDictionary(change => change.Id, change => change.Facts!.AssignedPlans.AsEnumerable()));
    }

    [Fact]
    public async Task Counting_tells_the_number_and_a_tenant_that_will_not_count_is_no_problem()
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + "contoso");
        var stranger = Reader(tenant, token: "not,a,token");

        Assert.Equal(2300, await Reader(tenant).CountUsersAsync(Cancelled));
        Assert.Null(await stranger.CountUsersAsync(Cancelled));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task The_tenant_counts_its_people_alike(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync(Tenant + scenario);
        var expected = await tenant.ReadAsync("/_tenant/expected");
        var people = expected.GetProperty("people");

        var read = (await Reader(tenant).PagesAsync()).SelectMany(page => page.Users).ToList();

        Assert.Equal(people.Number("total"), read.Count);
        Assert.Equal(people.Number("members"), read.Count(person => person.UserType is UserType.Member));
        Assert.Equal(people.Number("guests"), read.Count(person => person.UserType is UserType.Guest));
        Assert.Equal(people.Number("otherType"), read.Count(person => person.UserType is null));
        Assert.Equal(people.Number("enabled"), read.Count(person => person.AccountEnabled is true));
        Assert.Equal(people.Number("unknownState"), read.Count(person => person.AccountEnabled is null));
        Assert.Equal(expected.Number("licenceErrors"), read.Count(person => person.LicenseAssignmentStates.Any(state => state.IsInError)));
        Assert.Equal(expected.Number("guestsPending"), read.Count(person => person.Invitation is InvitationState.PendingAcceptance));
        Assert.Equal(
            expected.Number("licensedWithoutUsageLocation"), read.Count(person => !person.AssignedLicenses.IsEmpty && person.UsageLocation is null));
    }

    [Fact]
    public async Task What_was_not_consented_to_is_told_and_the_rest_is_read()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20 --scenario consent-missing");

        var policies = await Reader(tenant).ProblemAsync("/identity/conditionalAccess/policies");
        var groups = await Reader(tenant).ProblemAsync("/groups");
        var people = await Reader(tenant).FirstPageAsync(null, Cancelled);

        Assert.Contains("The permission Policy.Read.All is missing", policies.Detail, StringComparison.Ordinal);
        Assert.Contains("The permission Group.Read.All is missing", groups.Detail, StringComparison.Ordinal);
        Assert.Equal(20, people.Value.Users.Length);
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Heavy_faults_lose_nobody_and_change_nobody(string scenario)
    {
        await using var calm = await RunningTenant.StartAsync(Tenant + scenario);
        await using var stormy = await RunningTenant.StartAsync(Tenant + scenario + " --faults heavy");

        var expected = (await Reader(calm).PagesAsync()).SelectMany(page => page.Users).Select(Plainly.Person);
        var read = (await Reader(stormy).PagesAsync()).SelectMany(page => page.Users).Select(Plainly.Person);

        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_token_that_the_tenant_does_not_take_is_a_problem_with_the_settings_to_check()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");

        var problem = await Reader(tenant, token: "not,a,token").ProblemAsync("/users");

        Assert.Equal(ProblemKind.SignInNeeded, problem.Kind);
        Assert.Contains("certificate or secret", problem.Detail, StringComparison.Ordinal);
    }

    private static ITenantReader Reader(RunningTenant tenant, string token = "sample.tenant.token") =>
        TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken(token)));
}
