using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Polly;

namespace MeshReadiness.Graph.Http;

/// <summary>The one way to Graph: authenticated, compressed, within the budget, repeated where repeating helps.</summary>
internal static class GraphPipeline
{
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(100);

    public static GraphAccess CreateClient(GraphConnection connection) => CreateClient(connection, Pace.Default);

    /// <summary>The same with a first delay of the caller's, so that a test needn't wait for all retries.</summary>
    public static GraphAccess CreateClient(GraphConnection connection, TimeSpan firstDelay) =>
        CreateClient(connection, Pace.Default with { FirstDelay = firstDelay });

    public static GraphAccess CreateClient(GraphConnection connection, Pace pace)
    {
        var meter = new CostMeter();
        var budgets = new Budgets(pace, meter);
        var http = new HttpClient(CreateHandler(pace, budgets, meter)) { Timeout = Timeout.InfiniteTimeSpan };
        var tokens = new AzureIdentityAccessTokenProvider(
            connection.Credential, [connection.BaseUrl.Host], null, true, "https://graph.microsoft.com/.default");
        var graph = new GraphServiceClient(
            http, new BaseBearerTokenAuthenticationProvider(tokens), connection.BaseUrl.ToString().TrimEnd('/'));

        return new(graph, budgets, meter, pace);
    }

    // The time limit stands inside the budget: waiting for one's turn is no failed attempt.
    private static ResilienceHandler CreateHandler(Pace pace, Budgets budgets, CostMeter meter) => new(CreateRetries(pace, meter))
    {
        InnerHandler = new PoliteHandler(budgets, meter, pace)
        {
            InnerHandler = new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(LongestAttempt).Build())
            {
                InnerHandler = new WholeBodyHandler(meter)
                {
                    InnerHandler = new SocketsHttpHandler
                    {
                        AutomaticDecompression = DecompressionMethods.All,
                        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    },
                },
            },
        },
    };

    private static ResiliencePipeline<HttpResponseMessage> CreateRetries(Pace pace, CostMeter meter) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = pace.Time }
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = pace.Retries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = pace.FirstDelay,
                UseJitter = true,
                // Where Graph said how long, the budget waits for it, and all other requests with it.
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    RetryAfter.Of(arguments.Outcome.Result, pace.Time) is null ? null : TimeSpan.Zero),
                ShouldHandle = arguments => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
                    || arguments.Outcome.Exception is IOException),
                OnRetry = arguments =>
                {
                    meter.Repeated();
                    meter.Waited(arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
}
