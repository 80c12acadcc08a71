using System.Text.Json;
using MeshReadiness.Graph.Http;
using Microsoft.Kiota.Abstractions;

namespace MeshReadiness.Graph.Reading;

/// <summary>Asks a delta query for nothing but the link from which later changes are told.</summary>
internal static class DeltaMark
{
    // A wish, which the links that follow remember. A service that doesn't know it leaves it alone, by the rules of HTTP.
    private const string LargePages = "odata.maxpagesize=999";

    public static async Task<string> ReadAsync(GraphAccess graph, Uri latest, CancellationToken cancellationToken)
    {
        for (var address = latest; ;)
        {
            var request = new RequestInformation { HttpMethod = Method.GET, URI = address };
            request.Headers.Add("Prefer", LargePages);
            using var body = await graph.SendAsync(request, cancellationToken);
            var page = PageParser.Parse(body.Bytes.Span, Skip);

            if (page.Mark is not null)
            {
                return page.Mark;
            }

            var next = page.Next is null ? address : graph.Follow(page.Next);
            address = next != address ? next : throw NoMark();
        }
    }

    /// <summary>What is wrong with a delta query that ends without a link.</summary>
    public static MalformedAnswerException NoMark() => new("@odata.deltaLink", "on the last page");

    private static bool Skip(ref Utf8JsonReader json)
    {
        json.Skip();
        return true;
    }
}
