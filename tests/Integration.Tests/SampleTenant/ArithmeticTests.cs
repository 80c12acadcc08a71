using System.Text.Json;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class ArithmeticTests
{
    private static readonly string[] States = ["enabled", "warning", "suspended", "lockedOut", "deleted", "other"];

    [Theory]
    [InlineData("contoso")]
    [InlineData("healthy")]
    [InlineData("messy")]
    [InlineData("government")]
    public async Task Consumed_units_are_the_people_who_hold_the_product(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 700 --scenario {scenario}");
        var recount = await RecountAsync(tenant);

        var skus = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().ToList();

        Assert.NotEmpty(skus);
        Assert.All(skus, sku => Assert.Equal(recount.Consumed.GetValueOrDefault(sku.Text("skuId")!), sku.Number("consumedUnits")));
        Assert.Empty(recount.Consumed.Keys.Except(skus.Select(sku => sku.Text("skuId")!)));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task The_tenant_expects_what_a_reader_counts(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 900 --scenario {scenario}");
        await tenant.PostAsync("/_tenant/changes/assign?count=5");
        await tenant.PostAsync("/_tenant/changes/leaver?count=3");
        await tenant.PostAsync("/_tenant/changes/new-hire?count=4");

        var expected = await tenant.ReadAsync("/_tenant/expected");
        var recount = await RecountAsync(tenant);

        Assert.Equal(JsonSerializer.Serialize(recount.Heads), expected.GetProperty("people").GetRawText());
        Assert.Equal(recount.LicenceErrors, expected.Number("licenceErrors"));
        Assert.Equal(recount.LicensedWithoutUsageLocation, expected.Number("licensedWithoutUsageLocation"));
        Assert.Equal(recount.GuestsPending, expected.Number("guestsPending"));
        Assert.Equivalent(recount.Departments, Named(expected, "departments", one => one.Text("department") ?? "(none)", "people"), strict: true);
        Assert.Equivalent(recount.Countries, Named(expected, "countries", one => one.Text("country") ?? "(none)", "people"), strict: true);
        Assert.Equivalent(recount.Offices, Named(expected, "offices", one => one.Text("office") ?? "(none)", "people"), strict: true);
        Assert.Equivalent(recount.PlanStates, PlanStates(expected), strict: true);
        Assert.All(
            expected.GetProperty("products").EnumerateArray(),
            product => Assert.Equal(recount.Consumed.GetValueOrDefault(product.Text("skuId")!), product.Number("consumed")));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task The_facts_share_out_everyone(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 900 --scenario {scenario}");
        var facts = (await tenant.ReadAsync("/_tenant/expected")).GetProperty("facts").EnumerateArray().ToList();
        var plans = facts.SelectMany(fact => fact.GetProperty("plans").EnumerateObject()).Select(plan => plan.Name).ToHashSet();

        var recount = await RecountAsync(tenant);

        // What policies tell apart is recounted by the tests of their members.
        Assert.Equivalent(
            recount.Facts(plans), facts.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.Sum(fact => fact.Number("people"))), strict: true);
        Assert.Equal(900, facts.Sum(fact => fact.Number("people")));
    }

    [Fact]
    public async Task A_plan_that_every_assignment_disables_has_no_enabled_row()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 900");
        var people = await tenant.ItemsAsync("/v1.0/users?$select=" + RunningTenant.UserFacts + "&$top=999");
        var products = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().ToDictionary(
            sku => sku.Text("skuId")!,
            sku => sku.GetProperty("servicePlans").EnumerateArray().Where(plan => plan.Text("appliesTo") == "User").Select(plan => plan.Text("servicePlanId")!).ToHashSet());

        Assert.Contains(people, person => person.GetProperty("assignedLicenses").EnumerateArray().Any(one => one.GetProperty("disabledPlans").GetArrayLength() > 0));
        Assert.All(people, person => Assert.Equal(PlansByAssignment(person, products).Order(), PlansInForce(person).Order()));
    }

    private static async Task<Recount> RecountAsync(RunningTenant tenant) =>
        new(await tenant.ItemsAsync("/v1.0/users?$top=250&$select=" + RunningTenant.UserFacts + ",country,officeLocation"));

    private static Dictionary<string, int> Named(JsonElement expected, string list, Func<JsonElement, string> name, string count) =>
        expected.GetProperty(list).EnumerateArray().ToDictionary(name, one => one.Number(count));

    private static Dictionary<string, int> PlanStates(JsonElement expected) => expected.GetProperty("plans").EnumerateArray()
        .SelectMany(plan => States.Select(state => (Name: $"{plan.Text("planId")} {state.ToLowerInvariant()}", People: plan.Number(state))))
        .Where(entry => entry.People > 0)
        .ToDictionary(entry => entry.Name, entry => entry.People);

    private static string KeyOf(JsonElement fact) => Recount.Fact(
        fact.GetProperty("accountEnabled").ToString(),
        fact.Text("userType") ?? "",
        fact.GetProperty("plans").EnumerateObject().Select(plan => (plan.Name, plan.Value.GetString()!)));

    private static IEnumerable<string> PlansInForce(JsonElement person) => person.GetProperty("assignedPlans").EnumerateArray()
        .Where(row => row.Text("capabilityStatus") != "Deleted")
        .Select(row => row.Text("servicePlanId")!)
        .Distinct();

    private static IEnumerable<string> PlansByAssignment(JsonElement person, Dictionary<string, HashSet<string>> products) => person
        .GetProperty("licenseAssignmentStates").EnumerateArray()
        .Where(state => state.Text("state") is "Active" or "ActiveWithError")
        .SelectMany(state => products[state.Text("skuId")!].Except(state.GetProperty("disabledPlans").EnumerateArray().Select(plan => plan.GetString()!)))
        .Distinct();
}
