using System.Runtime.CompilerServices;
using System.Text.Json;
using MeshReadiness.Graph.Http;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads a collection into pieces of JSON, or into typed models made of these. For what comes in small numbers or has to
/// be kept whole.
/// </summary>
internal static class RawPages
{
    /// <summary>All items of all pages, each as its own JSON.</summary>
    public static async Task<List<JsonElement>> ReadAllAsync(
        GraphAccess graph, RequestInformation first, CancellationToken cancellationToken)
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
        GraphAccess graph, RequestInformation first, ParsableFactory<T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
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
        GraphAccess graph, RequestInformation first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var request = first; request is not null;)
        {
            using var body = await graph.SendAsync(request, cancellationToken);
            using var page = JsonDocument.Parse(body.Bytes);

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
                ? new RequestInformation { HttpMethod = Method.GET, URI = graph.Follow(next.ToString()) }
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
