using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Asks a delta query for nothing but the link from which later changes are told.</summary>
internal static class DeltaMark
{
    public static async Task<string> ReadAsync(GraphAccess graph, Uri latest, CancellationToken cancellationToken)
    {
        for (var address = latest; ;)
        {
            using var body = await graph.GetAsync(address, cancellationToken);
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
