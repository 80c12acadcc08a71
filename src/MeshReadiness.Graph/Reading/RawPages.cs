using System.Collections.Immutable;
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

    /// <summary>All items of all pages, each once, as something else.</summary>
    /// <param name="graph">Which Graph.</param>
    /// <param name="path">The address behind the version.</param>
    /// <param name="key">The property that tells items apart: Graph may give one on two pages.</param>
    /// <param name="map">Makes something of an item.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<T>> ReadAllAsync<T>(
        GraphAccess graph, string path, string key, Func<JsonElement, T> map, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>();
        var items = ImmutableArray.CreateBuilder<T>();
        var index = 0;

        await foreach (var item in ReadAsync(graph, path, cancellationToken))
        {
            var (id, one) = item.Inside(index++, element => (element.NeededText(key), map(element)));

            if (known.Add(id))
            {
                items.Add(one);
            }
        }

        return items.DrainToImmutable();
    }

    /// <summary>All items of all pages, one after the other. Each is good until the next one is asked for.</summary>
    public static IAsyncEnumerable<JsonElement> ReadAsync(GraphAccess graph, string path, CancellationToken cancellationToken) =>
        ReadAsync(graph, new RequestInformation { HttpMethod = Method.GET, URI = graph.Address(path) }, cancellationToken);

    /// <summary>The same for what Graph calls an advanced query, whose answers may lag behind.</summary>
    public static IAsyncEnumerable<JsonElement> ReadAdvancedAsync(GraphAccess graph, string path, CancellationToken cancellationToken)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = graph.Address(path) };
        request.Headers.Add("ConsistencyLevel", "eventual");
        return ReadAsync(graph, request, cancellationToken);
    }

    /// <summary>The one object that an address tells.</summary>
    public static async Task<JsonElement> ReadOneAsync(GraphAccess graph, string path, CancellationToken cancellationToken)
    {
        using var body = await graph.GetAsync(graph.Address(path), cancellationToken);
        using var one = JsonDocument.Parse(body.Bytes);

        return one.RootElement.ValueKind is JsonValueKind.Object ? one.RootElement.Clone() : throw new MalformedAnswerException("the body", "an object");
    }

    /// <summary>All items of all pages as typed models. The client's own collections take a value that is no list for an empty one.</summary>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        GraphAccess graph, RequestInformation first, ParsableFactory<T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IParsable
    {
        var index = 0;

        await foreach (var item in ReadAsync(graph, first, cancellationToken))
        {
            yield return Make(item, $"value[{index++}]", make);
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
                ? Follow(graph, next.ToString(), request)
                : null;
        }
    }

    // What was asked of the first page in its headers is asked of all of them.
    private static RequestInformation Follow(GraphAccess graph, string link, RequestInformation before)
    {
        var request = new RequestInformation { HttpMethod = Method.GET, URI = graph.Follow(link) };
        request.Headers.AddAll(before.Headers);
        return request;
    }

    /// <summary>A typed model made of one piece of JSON.</summary>
    /// <param name="item">The piece.</param>
    /// <param name="where">Where it stands, for the complaint when it is no such thing.</param>
    /// <param name="make">Makes the model.</param>
    public static T Make<T>(JsonElement item, string where, ParsableFactory<T> make)
        where T : class, IParsable
    {
        try
        {
            return new JsonParseNode(item).GetObjectValue(make);
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new MalformedAnswerException(where, "an object as documented");
        }
    }
}
