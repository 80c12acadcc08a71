using System.Globalization;
using MeshReadiness.Core.Outcomes;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>How the pages of people are fetched: ahead of whoever works on them, but never far.</summary>
public sealed class ReadAheadTests
{
    private const int Ahead = 2;
    private const int Pages = 25;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_pages_are_asked_for_ahead_and_never_a_third(bool linkAtTheEnd)
    {
        var (taken, tooEarly) = (0, 0);
        var asked = Enumerable.Range(0, Pages).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        await using var graph = await StubGraph.StartAsync(http =>
        {
            var page = PageOf(http);
            tooEarly += page > Volatile.Read(ref taken) + Ahead ? 1 : 0;
            asked[page - 1].TrySetResult();
            return Answers.Json(Body(http, page, linkAtTheEnd))(http);
        });
        await using var reading = graph.Reader.ReadUsersAsync(null, withPlans: false, Cancelled).GetAsyncEnumerator(Cancelled);

        for (var page = 1; page <= Pages; page++)
        {
            Volatile.Write(ref taken, page);
            Assert.True(await reading.MoveNextAsync());
            Assert.Equal($"u{page}", Assert.Single(reading.Current.Value.Users).Id);

            // While this page is held.
            await asked[Math.Min(page + Ahead, Pages) - 1].Task.WaitAsync(Patience, Cancelled);
        }

        Assert.False(await reading.MoveNextAsync());
        Assert.Equal(0, tooEarly);
        Assert.Equal(Pages, graph.Requests.Count);
    }

    [Fact]
    public async Task While_a_page_is_held_nothing_more_is_asked_however_long_that_takes()
    {
        await using var graph = await StubGraph.StartAsync(http => Answers.Json(Body(http, PageOf(http)))(http));
        var reader = graph.Reader;
        await using var reading = reader.ReadUsersAsync(null, withPlans: false, Cancelled).GetAsyncEnumerator(Cancelled);
        await reading.MoveNextAsync();

        // Time enough for a page too many, told by the answers to other questions.
        for (var question = 0; question < 100; question++)
        {
            await reader.ReadOrganizationAsync(Cancelled);
        }

        Assert.Equal(1 + Ahead, graph.Requests.Count(request => request.Path.EndsWith("/users", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_stops_early_leaves_no_request_behind()
    {
        var (held, dropped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var graph = await StubGraph.StartAsync(async http =>
        {
            if (PageOf(http) == 1)
            {
                await Answers.Json(Body(http, 1))(http);
                return;
            }

            using var end = http.RequestAborted.Register(dropped.SetResult);
            held.SetResult();
            await dropped.Task;
        });

        await foreach (var _ in graph.Reader.ReadUsersAsync(null, withPlans: false, Cancelled))
        {
            await held.Task.WaitAsync(Patience, Cancelled);
            break;
        }

        await dropped.Task.WaitAsync(Patience, Cancelled);
        Assert.Equal(2, graph.Requests.Count);
    }

    [Fact]
    public async Task A_cancelled_reading_ends_at_once_and_leaves_no_request_behind()
    {
        var (held, dropped) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using var graph = await StubGraph.StartAsync(async http =>
        {
            using var end = http.RequestAborted.Register(dropped.SetResult);
            held.SetResult();
            await dropped.Task;
        });

        var reading = graph.Reader.FirstPageAsync(null, cancellation.Token);
        await held.Task.WaitAsync(Patience, Cancelled);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await dropped.Task.WaitAsync(Patience, Cancelled);
    }

    [Fact]
    public async Task Going_on_from_any_page_gives_the_rest()
    {
        await using var graph = await StubGraph.StartAsync(http => Answers.Json(Body(http, PageOf(http)))(http));
        var whole = await graph.Reader.PagesAsync();

        var rest = await graph.Reader.PagesAsync(from: whole[6].Next);

        Assert.Equal(whole.Skip(7).SelectMany(page => page.Users), rest.SelectMany(page => page.Users));
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_is_a_problem_instead_of_a_page()
    {
        await using var graph = await StubGraph.StartAsync(http => Answers.Json(Body(http, Math.Min(PageOf(http), 2)))(http));

        var read = await graph.Reader.ReadUsersAsync(null, withPlans: false, Cancelled).ToListAsync(Cancelled);

        Assert.Equal([true, true, false], read.Select(one => one.Succeeded));
        Assert.Equal(ProblemKind.Malformed, read[^1].Problem.Kind);
        Assert.Contains("@odata.nextLink should be another page", read[^1].Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_read_before_a_problem_is_given_before_it()
    {
        await using var graph = await StubGraph.StartAsync(http => PageOf(http) == 4
            ? Answers.Status(403)(http)
            : Answers.Json(Body(http, PageOf(http)))(http));

        var read = await graph.Reader.ReadUsersAsync(null, withPlans: false, Cancelled).ToListAsync(Cancelled);

        Assert.Equal([true, true, true, false], read.Select(one => one.Succeeded));
        Assert.Equal(ProblemKind.ConsentNeeded, read[^1].Problem.Kind);
    }

    [Theory]
    [InlineData(410, "anything")]
    [InlineData(400, "Directory_ExpiredPageToken")]
    public async Task A_link_that_has_run_out_says_so(int status, string code)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Error(status, code));

        var read = await graph.Reader.FirstPageAsync($"{graph.BaseUrl}/users?$skiptoken=old", Cancelled);

        Assert.Equal(ProblemKind.Expired, read.Problem.Kind);
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Plans_are_asked_for_only_when_wanted()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(Answers.OneUser));

        await graph.Reader.ReadUsersAsync(null, withPlans: false, Cancelled).ToListAsync(Cancelled);
        await graph.Reader.ReadUsersAsync(null, withPlans: true, Cancelled).ToListAsync(Cancelled);

        Assert.Equal([false, true], graph.Requests.Select(request => request.Query.Contains("assignedPlans", StringComparison.Ordinal)));
    }

    private static int PageOf(HttpContext http) =>
        http.Request.Query["page"] is { Count: 1 } page ? int.Parse(page[0]!, CultureInfo.InvariantCulture) : 1;

    private static string Body(HttpContext http, int page, bool linkAtTheEnd = false)
    {
        var link = page == Pages ? null : $"\"@odata.nextLink\":\"http://{http.Request.Host}/v1.0/users?page={page + 1}\"";
        var value = $$"""
            "value":[{"id":"u{{page}}"}]
            """;

        return $"{{{string.Join(',', (linkAtTheEnd ? new[] { value, link } : [link, value]).OfType<string>())}}}";
    }
}
