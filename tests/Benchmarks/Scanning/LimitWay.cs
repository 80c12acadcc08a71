using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Graph;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>
/// Reads the pages of people that the product's full scan reads, at the product's own addresses, and looks at every token.
/// Nothing is kept, and one request follows the other.
/// </summary>
internal static class LimitWay
{
    private const string Token = "benchmark.sample.token";

    public static async Task<Measured> MeasureAsync(Uri graph, CancellationToken cancellationToken)
    {
        var first = await AddressesAsync(graph, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

        return await Stopwatched.RunAsync(async () =>
        {
            var (people, calls) = await ReadAsync(http, first[0], cancellationToken);

            foreach (var plans in first.Skip(1))
            {
                calls += (await ReadAsync(http, plans, cancellationToken)).Calls;
            }

            return new(people, 0, Calls: calls);
        });
    }

    /// <summary>Where the product begins to read: everybody, then the plans of those whose licences don't tell them.</summary>
    public static async Task<IReadOnlyList<Uri>> AddressesAsync(Uri graph, CancellationToken cancellationToken)
    {
        var access = GraphPipeline.CreateClient(new GraphConnection(graph, new StaticToken(Token)));
        var skus = await new GraphTenantReader(access).ReadSubscribedSkusAsync(cancellationToken);
        var products = new TenantProducts(skus, PlaybookLibrary.Mesh);

        return
        [
            UserQueries.All(access, withPlans: false),
            .. (skus.TryGet(out var read) ? read : []).Select(sku => sku.SkuId).Where(products.IsDoubtful).Order().Select(sku => UserQueries.PlansOf(access, sku)),
        ];
    }

    private static async Task<(int People, int Calls)> ReadAsync(HttpClient http, Uri first, CancellationToken cancellationToken)
    {
        var (people, calls) = (0, 0);
        var body = new byte[1024];

        for (var next = first; next is not null; calls++)
        {
            using var answer = await http.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var stream = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
            var length = 0;

            for (var more = 1; more > 0; length += more)
            {
                if (length == body.Length)
                {
                    Array.Resize(ref body, body.Length * 2);
                }

                more = await stream.ReadAsync(body.AsMemory(length), cancellationToken);
            }

            (var met, next) = Walk(body.AsSpan(0, length));
            people += met;
        }

        return (people, calls);
    }

    // Objects directly inside the top-level list are people; only the next link is looked at otherwise.
    private static (int People, Uri? Next) Walk(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var people = 0;
        Uri? next = null;

        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.StartObject && json.CurrentDepth == 2)
            {
                people++;
            }
            else if (json.TokenType is JsonTokenType.PropertyName && json.CurrentDepth == 1 && json.ValueTextEquals("@odata.nextLink"u8))
            {
                json.Read();
                next = new(json.GetString()!);
            }
        }

        return (people, next);
    }
}
