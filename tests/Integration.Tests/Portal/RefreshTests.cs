using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>One person read anew, beside the tenant's own answers; and what changed for them, beside what was changed.</summary>
public sealed class RefreshTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_changed_in_the_tenant_shows_at_once_and_the_snapshot_stays()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 300");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var desk = await portal.SignInAsync("helpdesk");
        var before = portal.Dump();
        var person = await DisabledAsync(tenant);

        using var answer = await RefreshAsync(desk, person);
        var fresh = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        var stored = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person}/eligibility", Cancelled);

        Assert.Equal("account-disabled", Deciding(fresh.GetProperty("person")));
        Assert.NotEqual("account-disabled", Deciding(stored.GetProperty("people")[0]));
        Assert.Equal(before, portal.Dump());
    }

    [Fact]
    public async Task Devices_are_those_that_the_tenant_tells()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant), ("HelpDesk:RefreshesPerMinute", "600"));
        var desk = await portal.SignInAsync("helpdesk");
        var seen = 0;

        foreach (var person in (await tenant.ReadAsync("/v1.0/users?$select=id&$top=999")).GetProperty("value").EnumerateArray().Select(user => user.Text("id")!))
        {
            using var answer = await RefreshAsync(desk, person);
            var fresh = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
            var told = await tenant.ReadAsync($"/v1.0/users/{person}/registeredDevices?$top=999");
            var devices = fresh.GetProperty("devices").EnumerateArray().Select(device => (device.Text("id"), device.Text("displayName"), device.Text("model"))).ToList();

            Assert.Equal(told.GetProperty("value").EnumerateArray().Select(device => (device.Text("id"), device.Text("displayName"), device.Text("model"))), devices);
            seen += devices.Count;
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public async Task What_policies_make_of_each_device_is_what_the_plain_evaluator_says()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 120");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant), ("HelpDesk:RefreshesPerMinute", "600"));
        var desk = await portal.SignInAsync("helpdesk");
        var (members, policies) = (await tenant.ReadAsync("/_tenant/expected/policy-members"), await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies"));
        var scenarios = JsonElement.Parse(await File.ReadAllTextAsync(Sources.File("src", "MeshReadiness.Playbooks", "Packs", "mesh.json"), Cancelled)).GetProperty("scenarios");
        HashSet<string> outcomes = [];
        var (headsets, others) = (0, 0);

        foreach (var person in (await tenant.ReadAsync("/v1.0/users?$select=id,userType&$top=999")).GetProperty("value").EnumerateArray().Where(user => user.Text("userType") is "Member"))
        {
            using var answer = await RefreshAsync(desk, person.Text("id")!);
            var devices = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("devices").EnumerateArray().ToDictionary(device => device.Text("id")!);
            var somebody = NaiveScenario.Person(person, members);

            foreach (var told in (await tenant.ReadAsync($"/v1.0/users/{person.Text("id")}/registeredDevices?$top=999")).GetProperty("value").EnumerateArray())
            {
                var expected = NaiveScenario.With(told, scenarios).Select(way => NaiveScenario.Outcome(way, somebody, policies)).ToList();
                var found = devices[told.Text("id")!].GetProperty("signIns").EnumerateArray().ToList();

                Assert.Equal(expected, found.Select(way => way.Text("outcome")));
                Assert.All(found, way => Assert.Equal(way.Text("outcome") is "blocked", way.GetProperty("why").GetArrayLength() > 0));
                outcomes.UnionWith(expected);
                (headsets, others) = devices[told.Text("id")!].GetProperty("isHeadset").GetBoolean() ? (headsets + 1, others) : (headsets, others + 1);
            }
        }

        Assert.True(headsets > 0 && others > 0 && outcomes.IsSupersetOf(["blocked", "blockedUnlessControlsMet"]), $"{headsets} headsets, {others} others: {string.Join(", ", outcomes)}");
    }

    [Fact]
    public async Task Nobody_has_more_people_read_anew_than_allowed_and_others_still_may()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant), ("HelpDesk:RefreshesPerMinute", "2"));
        var (desk, admin) = (await portal.SignInAsync("helpdesk"), await portal.SignInAsync("admin"));
        var person = await SomebodyAsync(tenant);
        List<HttpStatusCode> statuses = [];

        for (var time = 0; time < 3; time++)
        {
            using var answer = await RefreshAsync(desk, person);
            statuses.Add(answer.StatusCode);
        }

        using var refused = await RefreshAsync(desk, person);
        using var other = await RefreshAsync(admin, person);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        Assert.StartsWith(
            "You may have 2 people read anew within a minute. The next is possible in ",
            (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Each_time_is_audited_by_object_id()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var desk = await portal.SignInAsync("helpdesk");
        var person = await SomebodyAsync(tenant);

        using var first = await RefreshAsync(desk, person);
        using var second = await RefreshAsync(desk, "nobody@contoso.example");

        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal([person], await portal.AuditSubjectsAsync("person.refreshed"));
    }

    [Fact]
    public async Task A_tenant_that_is_away_leaves_the_snapshot_and_one_clear_sentence()
    {
        var tenant = await RunningTenant.StartAsync("--people 30");
        var person = await SomebodyAsync(tenant);
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var desk = await portal.SignInAsync("helpdesk");
        await tenant.DisposeAsync();

        using var answer = await RefreshAsync(desk, person);
        using var stored = await desk.GetAsync(new Uri($"/api/v1/people/{person}/eligibility", UriKind.Relative), Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("could not be reached", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
    }

    [Fact]
    public async Task From_snapshot_to_snapshot_changes_are_told()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 300");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var (desk, admin) = (await portal.SignInAsync("helpdesk"), await portal.SignInAsync("admin"));
        var other = await SomebodyAsync(tenant);
        var person = await DisabledAsync(tenant);
        var number = 1;

        foreach (var kind in new[] { "incremental", "full" })
        {
            using var started = await admin.PostAsJsonAsync("/api/v1/scans", new { kind }, Cancelled);
            Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
            await portal.ScanEndedAsync(++number);
        }

        var changes = (await desk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person}/changes", Cancelled)).GetProperty("changes").EnumerateArray().ToList();
        var none = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{other}/changes", Cancelled);

        // The second scan read everybody anew and found what the first had found.
        var change = Assert.Single(changes);
        Assert.Equal(["Account: enabled, disabled"], change.GetProperty("facts").EnumerateArray().Select(fact => $"{fact.Text("name")}: {fact.Text("before")}, {fact.Text("after")}"));
        Assert.All(change.GetProperty("verdicts").EnumerateArray(), verdict => Assert.Equal("notReady", verdict.Text("after")));
        Assert.NotEqual(0, change.GetProperty("verdicts").GetArrayLength());
        Assert.Equal(0, none.GetProperty("changes").GetArrayLength());
        Assert.Equal(JsonValueKind.String, none.GetProperty("since").ValueKind);
    }

    private static Uri BaseUrl(RunningTenant tenant) => new(tenant.Http.BaseAddress!, "v1.0");

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient visitor, string person) =>
        visitor.PostAsync(new Uri($"/api/v1/people/{Uri.EscapeDataString(person)}/refresh", UriKind.Relative), null, Cancelled);

    private static async Task<string> SomebodyAsync(RunningTenant tenant) =>
        (await tenant.ReadAsync("/v1.0/users?$select=id&$top=1")).GetProperty("value")[0].Text("id")!;

    // The tenant chooses whose account it disables; nobody but them differs afterwards.
    private static async Task<string> DisabledAsync(RunningTenant tenant)
    {
        var before = await EnabledAsync(tenant);
        Assert.Equal(HttpStatusCode.OK, (await tenant.PostAsync("/_tenant/changes/disable?count=1")).Status);
        return Assert.Single(before.Except(await EnabledAsync(tenant)));
    }

    private static async Task<List<string>> EnabledAsync(RunningTenant tenant) =>
    [
        .. (await tenant.ReadAsync("/v1.0/users?$select=id,accountEnabled&$top=999")).GetProperty("value").EnumerateArray()
            .Where(user => user.GetProperty("accountEnabled").ValueKind is JsonValueKind.True).Select(user => user.Text("id")!),
    ];

    private static string? Deciding(JsonElement person) => person.GetProperty("experiences")[0].GetProperty("reasons")[0].Text("code");
}
