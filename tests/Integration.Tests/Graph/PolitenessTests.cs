using System.Globalization;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Graph.Http;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>That a reader never has to be told to slow down, and does as it is told when it is.</summary>
public sealed class PolitenessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_reading_of_twenty_thousand_people_is_never_refused_and_leaves_a_fifth_of_the_limit()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20000");
        var reader = TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));

        await reader.CountUsersAsync(Cancelled);
        var basics = await TenantSurvey.ReadBasicsAsync(reader, TimeProvider.System, Cancelled);
        var rest = TenantSurvey.ReadRestAsync(reader, basics, new(reader), TimeProvider.System, Cancelled);
        await reader.MarkUsersAsync(Cancelled);
        var people = (await reader.ReadUsersAsync(null, withPlans: false, Cancelled).ToListAsync(Cancelled)).Sum(page => page.Value.Users.Length);
        var survey = await rest;

        var asked = (await tenant.ReadAsync("/_tenant/requests")).GetProperty("requests").EnumerateArray()
            .Where(request => request.Text("path")!.StartsWith("/v1.0/", StringComparison.Ordinal)).ToList();
        Assert.Equal(20_000, people);
        Assert.All(survey.Readings, reading => Assert.Null(reading.Problem));
        Assert.All(asked, request => Assert.Equal(["200"], request.GetProperty("statuses").EnumerateObject().Select(status => status.Name)));
        Assert.InRange(asked.Sum(request => request.Number("costUnits")), 1, 8000 * 8 / 10);
        Assert.Equal((0, 0), (reader.Cost.Throttled, reader.Cost.Retries));
        Assert.Equal(asked.Sum(request => request.Number("count")), reader.Cost.Calls);
        Assert.Equal(asked.Sum(request => request.Number("costUnits")), reader.Cost.Units);
    }

    [Fact]
    public async Task When_one_question_is_told_to_wait_all_questions_to_that_service_wait()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(429, retryAfter: "1"), Answers.Json(Answers.OneUser));
        var reader = graph.Reader;
        var first = reader.OnlyUserAsync();

        while (reader.Cost.Throttled == 0)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var second = reader.ReadGroupsAsync(new HashSet<string>(), Cancelled);
        await reader.ReadPoliciesAsync(Cancelled);
        await Task.WhenAll(first, second);

        // Conditional Access is another service.
        Assert.EndsWith("/policies", graph.Requests[1].Path, StringComparison.Ordinal);
        Assert.Equal(4, graph.Requests.Count);
        Assert.All(graph.Requests.Skip(2), request => Assert.InRange(
            TimeProvider.System.GetElapsedTime(graph.Requests[0].At, request.At), TimeSpan.FromMilliseconds(950), TimeSpan.MaxValue));
    }

    [Fact]
    public async Task A_wait_of_an_hour_is_a_problem_that_says_when_to_come_again()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(429, retryAfter: "3600"), Answers.Json(Answers.OneUser));
        var reader = graph.Reader;
        var around = TimeProvider.System.GetUtcNow().AddHours(1);

        var problem = await reader.ProblemAsync("/users");
        var next = await reader.AskAsync("/users", Cancelled);

        Assert.Equal(ProblemKind.Throttled, problem.Kind);
        Assert.Contains(
            new[] { around, around.AddMinutes(1) }.Select(at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            at => problem.Detail.Contains($"before {at} UTC", StringComparison.Ordinal));
        Assert.True(next.Succeeded);
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task Conditional_Access_is_asked_once_a_second_also_when_it_refuses_without_a_word()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""{"value":[]}"""), Answers.Status(429), Answers.Json("""{"value":[]}"""));
        var reader = graph.ReaderWith(Pace.Default with { FirstDelay = TimeSpan.FromMilliseconds(1) });

        await reader.ReadPoliciesAsync(Cancelled);
        await reader.ReadNamedLocationsAsync(Cancelled);

        Assert.Equal(3, graph.Requests.Count);
        Assert.All(graph.Requests.Zip(graph.Requests.Skip(1)), pair => Assert.InRange(
            TimeProvider.System.GetElapsedTime(pair.First.At, pair.Second.At), TimeSpan.FromMilliseconds(990), TimeSpan.MaxValue));
    }

    [Fact]
    public async Task People_at_their_desks_go_first()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(503), Answers.Json("""{"value":[]}"""));
        var reader = graph.Reader;

        await reader.AskAsync("/users", Cancelled);
        await reader.AskAsync("/groups", Cancelled);
        await reader.AskAsync("/identity/conditionalAccess/policies", Cancelled);

        Assert.Equal(["Low", "Low", "Low", ""], graph.Requests.Select(request => request.Priority));
    }

    [Fact]
    public async Task What_a_reading_took_is_added_up()
    {
        await using var graph = await StubGraph.StartAsync(
            Answers.Status(429), Answers.Reset, Answers.Costing(7, Answers.OneUser), Answers.Json(Answers.OneUser));
        var reader = graph.Reader;

        await reader.OnlyUserAsync();
        var first = reader.Cost;
        await reader.OnlyUserAsync();
        var second = reader.Cost - first;

        // The two that failed are charged by the table: 2 for the list, 1 less for the choice of properties.
        Assert.Equal((3, 2, 1, 1 + 1 + 7), (first.Calls, first.Retries, first.Throttled, first.Units));
        Assert.InRange(first.Bytes, Answers.OneUser.Length + 1, 1000);
        Assert.Equal(new ReadingCost(1, Answers.OneUser.Length, 1, 0, 0, TimeSpan.Zero), second);
    }

    [Theory]
    [InlineData("/users", "", 2)]
    [InlineData("/users", "?$select=id&$top=999", 1)]
    [InlineData("/users", "?%24select=id&%24top=999", 1)]
    [InlineData("/users", "?$expand=manager", 3)]
    [InlineData("/users", "?$top=5", 1)]
    [InlineData("/users/delta", "?$deltatoken=x", 1)]
    [InlineData("/groups/42", "?$select=id", 1)]
    [InlineData("/subscribedSkus", "", 3)]
    [InlineData("/subscribedSkus", "?$select=skuId", 2)]
    [InlineData("/organization", "", 1)]
    public void A_request_is_expected_to_cost_what_Graph_has_published(string path, string query, int units) =>
        Assert.Equal(units, RequestCost.Of(path, query));
}
