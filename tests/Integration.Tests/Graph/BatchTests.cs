using System.Text;
using System.Text.Json;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using Microsoft.Graph.Models.ODataErrors;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class BatchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_find_their_questions_whatever_their_order()
    {
        var batch = new StubBatch((url, _) => new(200, $$"""{"id":"{{url}}"}"""));

        var answers = await AskAsync(batch, 47);

        Assert.Equal(Enumerable.Range(0, 47).Select(number => $$"""{"id":"/users/{{number}}"}"""), answers);
        Assert.Equal([20, 20, 7], batch.Sizes);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Only_what_was_refused_or_left_out_is_asked_again(int status)
    {
        var batch = new StubBatch((url, attempt) => url.EndsWith('3') && attempt < 3 ? new(status, "{}") : new(200, "{}"));

        var answers = await AskAsync(batch, 20);

        Assert.All(answers, answer => Assert.Equal("{}", answer));
        Assert.Equal(20, batch.Sizes[0]);
        Assert.Equal(4, batch.Sizes.Skip(1).Sum());
        Assert.All(batch.Asked.Skip(20), url => Assert.EndsWith("3", url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_is_asked_again_at_its_own_time()
    {
        var batch = new StubBatch((url, attempt) => (url, attempt) switch
        {
            ("/users/4", 1) => new(429, RetryAfter: "1"),
            ("/users/5", 1) => new(503),
            _ => new(200, "{}"),
        });

        await AskAsync(batch, 8);

        Assert.Equal([8, 1, 1], batch.Sizes);
        Assert.Equal(["/users/5", "/users/4"], batch.Asked.Skip(8));
        Assert.InRange(Between(batch, "/users/4"), TimeSpan.FromMilliseconds(950), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_is_not_there_has_an_empty_answer()
    {
        var batch = new StubBatch((url, _) => url == "/users/1" ? new(404, """{"error":{"code":"no","message":"no"}}""") : new(200, "{}"));

        Assert.Equal(["{}", "", "{}"], await AskAsync(batch, 3));
    }

    [Fact]
    public async Task What_is_refused_for_good_is_told_with_its_reason()
    {
        var batch = new StubBatch((_, _) => new(403, """{"error":{"code":"no","message":"Not for you."}}"""));

        var error = await Assert.ThrowsAsync<ODataError>(() => AskAsync(batch, 3));

        Assert.Equal((403, "Not for you."), (error.ResponseStatusCode, error.Error!.Message));
        Assert.Equal([3], batch.Sizes);
    }

    [Fact]
    public async Task What_is_never_answered_is_given_up()
    {
        var batch = new StubBatch((_, _) => new(429));

        var error = await Assert.ThrowsAsync<ODataError>(() => AskAsync(batch, 1));

        Assert.Equal(429, error.ResponseStatusCode);
        Assert.Equal(8, batch.Asked.Count);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_not_waited()
    {
        var batch = new StubBatch((_, _) => new(429, RetryAfter: "3600"));

        await Assert.ThrowsAsync<AskAgainLaterException>(() => AskAsync(batch, 1));
    }

    [Fact]
    public async Task A_batch_that_fails_as_a_whole_is_asked_again_as_a_whole()
    {
        var batch = new StubBatch((_, _) => new(200, "{}"));
        await using var graph = await StubGraph.StartAsync(Answers.Status(503), Answers.Reset, Answers.CutShort, batch.AnswerAsync);

        var answers = await AskAsync(graph, 2);

        Assert.Equal(["{}", "{}"], answers);
        Assert.Equal(4, graph.Requests.Count);
    }

    [Theory]
    [InlineData("""{"responses":[{"id":"0",""")]
    [InlineData("<html>")]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"responses":[17]}""")]
    [InlineData("""{"responses":[{"id":"0","status":200}]}""")]
    public async Task An_answer_that_is_no_batch_is_an_error(string body)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        var error = await Record.ExceptionAsync(() => AskAsync(graph, 1));

        Assert.True(error is MalformedAnswerException or JsonException, error?.ToString());
        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Every_item_counts_as_a_call()
    {
        var batch = new StubBatch((url, attempt) => url == "/users/3" && attempt == 1 ? new(429) : new(200, "{}"));
        await using var graph = await StubGraph.StartAsync(batch.AnswerAsync);
        var access = graph.Access;

        await new Batch(access).AskAsync([.. Addresses(25)], (_, _) => { }, Cancelled);

        Assert.Equal((26, 26, 1, 1), (access.Meter.Total.Calls, access.Meter.Total.Units, access.Meter.Total.Retries, access.Meter.Total.Throttled));
    }

    private static TimeSpan Between(StubBatch batch, string url) => TimeProvider.System.GetElapsedTime(batch.TimesOf(url)[0], batch.TimesOf(url)[1]);

    private static IEnumerable<string> Addresses(int count) => Enumerable.Range(0, count).Select(number => $"/users/{number}");

    private static async Task<string?[]> AskAsync(StubBatch batch, int count)
    {
        await using var graph = await StubGraph.StartAsync(batch.AnswerAsync);
        return await AskAsync(graph, count);
    }

    private static async Task<string?[]> AskAsync(StubGraph graph, int count)
    {
        var answers = new string?[count];
        await new Batch(graph.Access).AskAsync([.. Addresses(count)], Take, Cancelled);

        return answers;

        void Take(int index, ReadOnlySpan<byte> body)
        {
            Assert.Null(answers[index]);
            answers[index] = Encoding.UTF8.GetString(body);
        }
    }
}
