using System.Runtime.CompilerServices;
using System.Text.Json;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Sends a request of the Graph client and hands out the body as it came. For what is read in bulk, and for what has
/// to be kept whole: the typed models drop words that they don't know.
/// </summary>
internal static class RawPages
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new()
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    public static async Task<Stream> SendAsync(GraphServiceClient graph, RequestInformation request, CancellationToken cancellationToken) =>
        await graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken)
            ?? throw new MalformedAnswerException("the body", "present");

    /// <summary>All items of all pages, each as its own JSON.</summary>
    public static async Task<List<JsonElement>> ReadAllAsync(
        GraphServiceClient graph, RequestInformation first, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();

        await foreach (var item in ReadAsync(graph, first, cancellationToken))
        {
            items.Add(item.Clone());
        }

        return items;
    }

    /// <summary>All items of all pages as typed models. The client's own collections take a value that is no list for an empty one.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        GraphServiceClient graph, RequestInformation first, ParsableFactory<T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IParsable
    {
        var index = 0;

        await foreach (var item in ReadAsync(graph, first, cancellationToken))
        {
            yield return Make(item, index++, make);
        }
    }

    // Items are good until the next one is asked for.
    private static async IAsyncEnumerable<JsonElement> ReadAsync(
        GraphServiceClient graph, RequestInformation first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            await using var body = await SendAsync(graph, request, cancellationToken);
            using var page = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);

            if (page.RootElement.ValueKind is not JsonValueKind.Object
                || !page.RootElement.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.Array)
            {
                throw new MalformedAnswerException("value", "a list");
            }

            foreach (var item in value.EnumerateArray())
            {
                yield return item;
            }

            request = page.RootElement.TryGetProperty("@odata.nextLink", out var next) && next.ValueKind is not JsonValueKind.Null
                ? new RequestInformation { HttpMethod = Method.GET, URI = NextLinks.Follow(graph, next.ToString()) }
                : null;
        }
    }

    private static T Make<T>(JsonElement item, int index, ParsableFactory<T> make)
        where T : class, IParsable
    {
        try
        {
            return new JsonParseNode(item).GetObjectValue(make);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new MalformedAnswerException($"value[{index}]", "an object as documented");
        }
    }
}
