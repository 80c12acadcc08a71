using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>What changed, put on top of what was read before, is what is read anew.</summary>
public sealed class UserChangeTests
{
    private const string Licence = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("assign", "none")]
    [InlineData("remove", "none")]
    [InlineData("disable", "none")]
    [InlineData("new-hire", "none")]
    [InlineData("leaver", "none")]
    [InlineData("group-membership", "none")]
    [InlineData("policy-edit", "none")]
    [InlineData("leaver", "heavy")]
    [InlineData("assign", "heavy")]
    public async Task Changes_lead_to_what_a_fresh_reading_says(string change, string faults)
    {
        await using var tenant = await RunningTenant.StartAsync($"--today 2026-03-31 --people 1200 --faults {faults}");
        var mark = (await Reader(tenant).MarkUsersAsync(Cancelled)).Value;
        var people = await PeopleAsync(tenant);
        await tenant.PostAsync($"/_tenant/changes/{change}?count=250");

        var (changes, next) = await ChangesAsync(tenant, mark);

        foreach (var one in changes)
        {
            if (one.Facts is null)
            {
                people.Remove(one.Id);
            }
            else
            {
                people[one.Id] = one.ApplyTo(people.GetValueOrDefault(one.Id));
            }
        }

        Assert.Equal(change is not ("policy-edit" or "group-membership"), changes.Count >= 250);
        Assert.Equal(Lines(await PeopleAsync(tenant)), Lines(people));
        Assert.Empty((await ChangesAsync(tenant, next)).Changes);
    }

    [Fact]
    public async Task A_link_that_has_grown_old_is_expired()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 20 --delta-lifetime 600", clock);
        var mark = (await Reader(tenant).MarkUsersAsync(Cancelled)).Value;

        clock.Advance(TimeSpan.FromMinutes(11));
        var read = await Reader(tenant).ReadUserChangesAsync(mark, Cancelled).SingleAsync(Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
        Assert.Contains("GET /users/delta", read.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_of_another_Graph_is_expired_and_nobody_is_asked_there()
    {
        await using var before = await RunningTenant.StartAsync("--people 20");
        await using var now = await RunningTenant.StartAsync("--people 20");
        var mark = (await Reader(before).MarkUsersAsync(Cancelled)).Value;

        var read = await Reader(now).ReadUserChangesAsync(mark, Cancelled).SingleAsync(Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
        Assert.Contains("another address than the Graph that is configured now", read.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_link_that_has_grown_old_is_expired()
    {
        var clock = new FakeTimeProvider();
        await using var tenant = await RunningTenant.StartAsync("--people 1500 --link-lifetime 600", clock);
        var first = (await Reader(tenant).FirstPageAsync(null, Cancelled)).Value;

        clock.Advance(TimeSpan.FromMinutes(11));
        var read = await Reader(tenant).FirstPageAsync(first.Next, Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
    }

    [Fact]
    public async Task What_was_not_told_is_not_taken_for_nothing()
    {
        await using var graph = await StubGraph.StartAsync(Delta(
            """{"id":"a","department":null,"jobTitle":"Pilot"},{"id":"b","@removed":{"reason":"deleted"}},{"id":"c"}"""));

        var changes = await ChangesAsync(graph);

        Assert.Equal(["a", "b", "c"], changes.Select(change => change.Id));
        Assert.Equal(UserProperties.Department | UserProperties.JobTitle, changes[0].Told);
        Assert.Null(changes[1].Facts);
        Assert.Equal(UserProperties.None, changes[2].Told);
    }

    [Fact]
    public async Task A_licence_without_its_assignment_is_asked_for_again_and_who_is_gone_by_then_is_removed()
    {
        var batch = new StubBatch((url, _) => url.StartsWith("/users/gone?", StringComparison.Ordinal)
            ? new(404)
            : new(200, $$"""{"id":"a","displayName":"Ada","assignedLicenses":[],"licenseAssignmentStates":[{"skuId":"{{Licence}}","state":"Error"}]}"""));
        await using var graph = await StubGraph.StartAsync(Answers.ByPath(
            ("/$batch", batch.AnswerAsync),
            ("/delta", Delta($$"""
                {"id":"a","assignedLicenses":[{"skuId":"{{Licence}}"}]},
                {"id":"whole","assignedLicenses":[],"licenseAssignmentStates":[]},
                {"id":"gone","assignedLicenses":[]},
                {"id":"a","assignedLicenses":[]}
                """))));

        var changes = await ChangesAsync(graph);

        Assert.Equal(["a", "whole", "gone", "a"], changes.Select(change => change.Id));
        Assert.True(Assert.Single(changes[0].Facts!.LicenseAssignmentStates).IsInError);
        Assert.Equal(changes[0], changes[3]);
        Assert.Null(changes[2].Facts);
        Assert.Equal(2, batch.Asked.Count);
        Assert.All(batch.Asked, url => Assert.Contains("licenseAssignmentStates", url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_that_end_without_a_link_are_a_problem()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""{"value":[]}"""));

        var read = await graph.Reader.ReadUserChangesAsync($"{graph.BaseUrl}/users/delta", Cancelled).SingleAsync(Cancelled);

        Assert.Equal(ProblemKind.Malformed, read.Problem.Kind);
        Assert.Contains("@odata.deltaLink", read.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_another_host_is_never_followed()
    {
        await using var graph = await StubGraph.StartAsync(Delta(""));

        var read = await graph.Reader.ReadUserChangesAsync("http://127.0.0.2:9/v1.0/users/delta", Cancelled).SingleAsync(Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
        Assert.Empty(graph.Requests);
    }

    private static RequestDelegate Delta(string items) =>
        Answers.Json($$"""{"@odata.deltaLink":"http://127.0.0.1/later","value":[{{items}}]}""");

    private static async Task<List<UserChange>> ChangesAsync(StubGraph graph)
    {
        var page = await graph.Reader.ReadUserChangesAsync($"{graph.BaseUrl}/users/delta", Cancelled).SingleAsync(Cancelled);
        Assert.Equal("http://127.0.0.1/later", page.Value.Mark);

        return [.. page.Value.Changes];
    }

    private static async Task<(List<UserChange> Changes, string Mark)> ChangesAsync(RunningTenant tenant, string mark)
    {
        var pages = await Reader(tenant).ReadUserChangesAsync(mark, Cancelled).Select(read => read.Value).ToListAsync(Cancelled);
        Assert.All(pages.SkipLast(1), page => Assert.Null(page.Mark));

        return ([.. pages.SelectMany(page => page.Changes)], pages[^1].Mark!);
    }

    private static async Task<Dictionary<string, UserFacts>> PeopleAsync(RunningTenant tenant) =>
        (await Reader(tenant).PagesAsync()).SelectMany(page => page.Users).DistinctBy(person => person.Id).ToDictionary(person => person.Id);

    private static IEnumerable<string> Lines(Dictionary<string, UserFacts> people) => people.Values.Select(Plainly.Person).Order(StringComparer.Ordinal);

    private static ITenantReader Reader(RunningTenant tenant) =>
        TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));
}
