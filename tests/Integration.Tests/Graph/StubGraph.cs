using System.Collections.Concurrent;
using System.Net;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>A Graph that answers exactly what a test tells it: one answer after the other, the last one for ever.</summary>
internal sealed class StubGraph : IAsyncDisposable
{
    /// <summary>The token that the reader is given. Whoever gets to see it must be the Graph of the settings.</summary>
    public const string Token = "stub.token.value";

    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly RequestDelegate[] _answers;
    private readonly WebApplication _app;
    private int _asked;

    private StubGraph(IPAddress address, RequestDelegate[] answers)
    {
        _answers = answers;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(address, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri BaseUrl => new(new Uri(_app.Urls.First()), "v1.0");

    /// <summary>What was asked, but for how many people there are: that is told beside and never counted here.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>Reads this Graph, trying again without waiting where Graph doesn't ask to wait.</summary>
    public ITenantReader Reader => new GraphTenantReader(Access);

    /// <summary>The client below the reader.</summary>
    public GraphAccess Access => AccessWith(Hasty);

    private static Pace Hasty { get; } = Pace.Default with
    {
        FirstDelay = TimeSpan.FromMilliseconds(1),
        ConditionalAccessWindow = TimeSpan.FromMilliseconds(1),
    };

    /// <summary>Reads this Graph at a pace of the test's.</summary>
    public ITenantReader ReaderWith(Pace pace) => new GraphTenantReader(AccessWith(pace));

    public static Task<StubGraph> StartAsync(params RequestDelegate[] answers) => StartAsync(IPAddress.Loopback, answers);

    public static async Task<StubGraph> StartAsync(IPAddress address, params RequestDelegate[] answers)
    {
        var stub = new StubGraph(address, answers);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private GraphAccess AccessWith(Pace pace) => GraphPipeline.CreateClient(new(BaseUrl, new StaticToken(Token)), pace);

    private Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path.Value!.EndsWith("/$count", StringComparison.Ordinal))
        {
            http.Response.ContentType = "text/plain";
            return http.Response.WriteAsync("3");
        }

        _requests.Enqueue(new(
            http.Request.Path.Value,
            http.Request.QueryString.Value!,
            http.Request.Headers.Authorization.ToString(),
            http.Request.Headers["x-ms-throttle-priority"].ToString(),
            TimeProvider.System.GetTimestamp()));
        return _answers[Math.Min(Interlocked.Increment(ref _asked), _answers.Length) - 1](http);
    }
}

/// <summary>One request as it arrived.</summary>
internal sealed record StubRequest(string Path, string Query, string Authorization, string Priority, long At);
