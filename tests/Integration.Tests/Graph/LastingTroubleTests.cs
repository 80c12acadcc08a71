using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class LastingTroubleTests
{
    public static TheoryData<string> Endpoints => Asking.Endpoints;

    [Theory]
    [InlineData(400, ProblemKind.Malformed, "The stub says 400.")]
    [InlineData(401, ProblemKind.SignInNeeded, "certificate or secret")]
    [InlineData(403, ProblemKind.ConsentNeeded, "User.Read.All")]
    [InlineData(404, ProblemKind.NotFound, "Tenant:BaseUrl")]
    [InlineData(410, ProblemKind.Expired, "has expired (410)")]
    [InlineData(429, ProblemKind.Throttled, "in a few minutes")]
    [InlineData(500, ProblemKind.Unavailable, "after several tries (500)")]
    [InlineData(503, ProblemKind.Unavailable, "after several tries (503)")]
    public async Task Each_status_ends_as_its_own_problem_with_what_to_do(int status, ProblemKind kind, string words)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(status));

        var problem = await graph.Reader.ProblemAsync("/users");

        Assert.Equal(kind, problem.Kind);
        Assert.Contains("GET /users", problem.Detail, StringComparison.Ordinal);
        Assert.Contains(words, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_refusal_names_the_endpoint_the_permission_and_who_can_grant_it(string endpoint)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(403));

        var problem = await graph.Reader.ProblemAsync(endpoint);

        var permission = GraphPermissions.All.Single(one => one.Endpoint == endpoint);
        Assert.Equal(ProblemKind.ConsentNeeded, problem.Kind);
        Assert.Contains($"The permission {permission.Name} is missing for GET {endpoint} (403).", problem.Detail, StringComparison.Ordinal);
        Assert.Contains(permission.Purpose, problem.Detail, StringComparison.Ordinal);
        Assert.Contains("Privileged Role Administrator can grant it", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_Graph_that_keeps_hanging_up_is_unavailable(string endpoint)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Reset);

        var problem = await graph.Reader.ProblemAsync(endpoint);

        Assert.Equal(ProblemKind.Unavailable, problem.Kind);
        Assert.Contains($"GET {endpoint}", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(8, graph.Requests.Count);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task An_error_page_that_is_no_JSON_is_explained_all_the_same(int status)
    {
        await using var graph = await StubGraph.StartAsync(async http =>
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html";
            await http.Response.Body.WriteAsync("<h1>Sorry</h1>"u8.ToArray());
        });

        var problem = await graph.Reader.ProblemAsync("/organization");

        Assert.Equal(status == 403 ? ProblemKind.ConsentNeeded : ProblemKind.Unavailable, problem.Kind);
    }

    [Fact]
    public async Task A_body_that_never_unpacks_is_a_problem()
    {
        await using var graph = await StubGraph.StartAsync(Answers.HalfGzip);

        var problem = await graph.Reader.ProblemAsync("/users");

        Assert.Equal(ProblemKind.Malformed, problem.Kind);
    }

    [Fact]
    public async Task No_server_at_all_is_a_problem()
    {
        var graph = await StubGraph.StartAsync(Answers.Reset);
        var reader = graph.Reader;
        await graph.DisposeAsync();

        var problem = await reader.ProblemAsync("/users");

        Assert.Equal(ProblemKind.Unavailable, problem.Kind);
        Assert.Contains("could not be reached", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_cancelled_question_ends_at_once(string endpoint)
    {
        var arrived = new TaskCompletionSource();
        await using var graph = await StubGraph.StartAsync(Answers.Silence(arrived));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var asking = graph.Reader.AskAsync(endpoint, cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Waiting_for_a_retry_can_be_cancelled()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var graph = await StubGraph.StartAsync(http =>
        {
            http.Response.OnCompleted(cancellation.CancelAsync);
            return Answers.Status(429, retryAfter: "590")(http);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.Reader.AskAsync("/organization", cancellation.Token));
    }
}
