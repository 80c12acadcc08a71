using System.Text.Json;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

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
        var request = first;

        while (true)
        {
            await using var body = await SendAsync(graph, request, cancellationToken);
            using var page = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);

            if (page.RootElement.ValueKind is not JsonValueKind.Object
                || !page.RootElement.TryGetProperty("value", out var value) || value.ValueKind is not JsonValueKind.Array)
            {
                throw new MalformedAnswerException("value", "a list");
            }

            items.AddRange(value.EnumerateArray().Select(item => item.Clone()));

            if (!page.RootElement.TryGetProperty("@odata.nextLink", out var next) || next.GetString() is not { } link)
            {
                return items;
            }

            request = new RequestInformation { HttpMethod = Method.GET, URI = new Uri(link) };
        }
    }
}
