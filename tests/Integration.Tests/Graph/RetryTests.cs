using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class RetryTests
{
    public static TheoryData<string> PassingTroubles => [.. Troubles.Keys];

    private static Dictionary<string, RequestDelegate> Troubles { get; } = new()
    {
        ["429 without Retry-After"] = Answers.Status(429),
        ["503"] = Answers.Status(503),
        ["504"] = Answers.Status(504),
        ["500"] = Answers.Status(500),
        ["connection reset"] = Answers.Reset,
        ["body shorter than promised"] = Answers.CutShort,
        ["chunked body cut off"] = Answers.CutChunked,
        ["compressed body cut off"] = Answers.CutGzip,
        ["compressed body overwritten"] = Answers.GarbledGzip,
    };

    [Theory]
    [MemberData(nameof(PassingTroubles))]
    public async Task Trouble_that_passes_is_not_noticed(string trouble)
    {
        await using var graph = await StubGraph.StartAsync(Troubles[trouble], Troubles[trouble], Answers.Json(Answers.OneUser));

        var user = await graph.Reader.OnlyUserAsync();

        Assert.Equal("u1", user.Id);
        Assert.Equal(3, graph.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_time_that_Graph_asks_to_wait_is_waited(int status)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(status, retryAfter: "1"), Answers.Json(Answers.OneUser));

        await graph.Reader.OnlyUserAsync();

        Assert.Equal(2, graph.Requests.Count);
        // A timer may fire a few milliseconds early; without the header the second request comes after one millisecond.
        Assert.InRange(TimeProvider.System.GetElapsedTime(graph.Requests[0].At, graph.Requests[1].At), TimeSpan.FromMilliseconds(950), TimeSpan.MaxValue);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_repeating_cannot_help_is_asked_once(int status)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(status));

        await graph.Reader.ProblemAsync("/users");

        Assert.Single(graph.Requests);
    }

    [Fact]
    public async Task Every_repetition_carries_the_token()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(503), Answers.Reset, Answers.Json(Answers.OneUser));

        await graph.Reader.OnlyUserAsync();

        Assert.All(graph.Requests, request => Assert.Equal($"Bearer {StubGraph.Token}", request.Authorization));
    }
}
