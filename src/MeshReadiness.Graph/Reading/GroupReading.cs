using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads <c>GET /groups</c> page by page and keeps the groups that matter. A server-side filter for "gives licences"
/// is not documented, so the choice is made here; only what is kept stays in memory.
/// </summary>
internal static class GroupReading
{
    public static async Task<Result<ImmutableArray<GroupFacts>>> ReadAsync(
        GraphAccess graph, IReadOnlySet<string> named, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, GroupFacts>();
        var pages = Pages(graph, GraphPermissions.Groups).ReadAsync(() => GroupQueries.All(graph), cancellationToken);

        await foreach (var read in pages)
        {
            if (!read.TryGet(out var page))
            {
                return read.Problem;
            }

            foreach (var group in page.Items.Select(item => item.Facts).Where(group => group.Matter(named)))
            {
                kept.TryAdd(group.Id, group);
            }
        }

        return kept.Values.InOrder();
    }

    public static PageStream<Page<GroupChange>> Pages(GraphAccess graph, GraphPermission call)
    {
        var parser = new GroupParser();
        return new(graph, call, (body, _) => ValueTask.FromResult(PageParser.Parse(body.Span, parser.Read)));
    }
}
