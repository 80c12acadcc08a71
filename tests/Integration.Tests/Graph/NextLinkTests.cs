using System.Net;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class NextLinkTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/users")]
    [InlineData("/groups")]
    [InlineData("/identity/conditionalAccess/policies")]
    [InlineData("/identity/conditionalAccess/namedLocations")]
    public async Task A_next_link_to_another_host_never_carries_the_token_there(string endpoint)
    {
        await using var stranger = await StubGraph.StartAsync(IPAddress.Parse("127.0.0.2"), Answers.Status(401));
        await using var graph = await StubGraph.StartAsync(Answers.Json($$"""{"value":[{"id":"a"}],"@odata.nextLink":"{{stranger.BaseUrl}}{{endpoint}}"}"""));

        var answer = await graph.Reader.AskAsync(endpoint, Cancelled);

        Assert.False(answer.Succeeded);
        Assert.Contains($"GET {endpoint}", answer.Problem.Detail, StringComparison.Ordinal);
        Assert.All(stranger.Requests, request => Assert.Empty(request.Authorization));
    }

    [Fact]
    public async Task Another_host_cannot_add_people()
    {
        await using var stranger = await StubGraph.StartAsync(IPAddress.Parse("127.0.0.2"), Answers.Json("""{"value":[{"id":"intruder"}]}"""));
        await using var graph = await StubGraph.StartAsync(Answers.Json(Answers.OneUser));

        var page = await graph.Reader.FirstPageAsync($"{stranger.BaseUrl}/users", Cancelled);

        Assert.False(page.Succeeded);
    }

    [Fact]
    public async Task A_redirect_to_another_host_never_carries_the_token_there()
    {
        await using var stranger = await StubGraph.StartAsync(IPAddress.Parse("127.0.0.2"), Answers.Json(Answers.OneUser));
        await using var graph = await StubGraph.StartAsync(http =>
        {
            http.Response.Redirect($"{stranger.BaseUrl}/users");
            return Task.CompletedTask;
        });

        await graph.Reader.AskAsync("/users", Cancelled);

        Assert.All(stranger.Requests, request => Assert.Empty(request.Authorization));
    }
}
