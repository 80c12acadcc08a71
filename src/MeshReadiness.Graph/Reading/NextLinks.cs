using MeshReadiness.Graph.Http;
using Microsoft.Graph;

namespace MeshReadiness.Graph.Reading;

/// <summary>Follows a link to the next page only to where the first one came from, so that no answer can lead a scan elsewhere.</summary>
internal static class NextLinks
{
    public static Uri Follow(GraphServiceClient graph, string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var next)
        && next.GetLeftPart(UriPartial.Authority) == new Uri(graph.RequestAdapter.BaseUrl!).GetLeftPart(UriPartial.Authority)
            ? next
            : throw new MalformedAnswerException("@odata.nextLink", "an address of the Graph that was asked");
}
