using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Polly;

namespace MeshReadiness.Graph.Http;

/// <summary>The one way to Graph: authenticated, compressed, repeated where repeating helps.</summary>
internal static class GraphPipeline
{
    // With the delays doubling from 300 ms this bridges about 40 seconds, longer than any throttling window of Graph.
    private const int Retries = 7;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(300);

    public static GraphServiceClient CreateClient(GraphConnection connection) => CreateClient(connection, FirstDelay);

    /// <summary>The same with a first delay of the caller's, so that a test needn't wait for all retries.</summary>
    public static GraphServiceClient CreateClient(GraphConnection connection, TimeSpan firstDelay)
    {
        var http = new HttpClient(CreateHandler(firstDelay)) { Timeout = Timeout.InfiniteTimeSpan };
        var tokens = new AzureIdentityAccessTokenProvider(
            connection.Credential, [connection.BaseUrl.Host], null, true, "https://graph.microsoft.com/.default");

        return new GraphServiceClient(http, new BaseBearerTokenAuthenticationProvider(tokens), connection.BaseUrl.ToString().TrimEnd('/'));
    }

    private static ResilienceHandler CreateHandler(TimeSpan firstDelay) => new(CreateRetries(firstDelay))
    {
        InnerHandler = new WholeBodyHandler
        {
            InnerHandler = new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            },
        },
    };

    private static ResiliencePipeline<HttpResponseMessage> CreateRetries(TimeSpan firstDelay) => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = firstDelay,
            UseJitter = true,
            ShouldRetryAfterHeader = true,
            ShouldHandle = arguments => ValueTask.FromResult(
                HttpClientResiliencePredicates.IsTransient(arguments.Outcome)
                || arguments.Outcome.Exception is IOException),
        })
        .AddTimeout(TimeSpan.FromSeconds(100))
        .Build();
}
