using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads who is in a group, nested groups resolved by Graph. Nothing but ids is asked for: a group may hold everybody.</summary>
internal static class GroupMemberReading
{
    public static async IAsyncEnumerable<Result<ImmutableArray<string>>> ReadAsync(
        GraphAccess graph, string groupId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parser = new IdParser();
        var pages = new PageStream<ImmutableArray<string>>(
            graph, GraphPermissions.PolicyGroups, (body, _) => ValueTask.FromResult(PageParser.Parse(body.Span, parser.Read).Items), isAdvanced: true);

        await foreach (var page in pages.ReadAsync(() => graph.Address(Path(groupId)), cancellationToken))
        {
            yield return page is { Succeeded: false, Problem.Kind: ProblemKind.NotFound } ? Gone(groupId) : page;
        }
    }

    // A type behind the path makes it an advanced query: Graph refuses it without $count and the header.
    private static string Path(string groupId) =>
        $"/groups/{Uri.EscapeDataString(groupId)}/transitiveMembers/microsoft.graph.user?$select=id&$count=true&$top=999";

    private static Problem Gone(string groupId) => new(ProblemKind.NotFound, $"There is no group with the object id {groupId}. It may have been deleted.");

    private sealed class IdParser
    {
        private readonly PropertyNames _names = new("id");

        public string Read(ref Utf8JsonReader json)
        {
            string? id = null;
            json.ExpectObject("the item");

            for (var place = 0; json.NextProperty(); place++)
            {
                if (_names.Match(ref json, place) is 0)
                {
                    id = json.ReadText("id");
                }
                else
                {
                    json.SkipValue();
                }
            }

            return id ?? throw new MalformedAnswerException("id", "the user's id");
        }
    }
}
