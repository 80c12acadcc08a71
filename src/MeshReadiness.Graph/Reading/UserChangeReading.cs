using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads <c>GET /users/delta</c>. It isn't documented that a change of a licence always brings its assignments along, so
/// who comes with the one and without the other is asked for again.
/// </summary>
internal sealed class UserChangeReading(GraphAccess graph)
{
    private readonly UserParser _parser = new();
    private readonly Batch _batch = new(graph);

    public IAsyncEnumerable<Result<UserChangePage>> ReadAsync(string link, CancellationToken cancellationToken) =>
        new PageStream<UserChangePage>(graph, GraphPermissions.UserChanges, ReadPageAsync)
            .ReadAsync(() => graph.Resume(link), cancellationToken);

    private async ValueTask<UserChangePage> ReadPageAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var page = PageParser.Parse(body.Span, _parser.ReadChange);

        return page is { Next: null, Mark: null }
            ? throw DeltaMark.NoMark()
            : new(await CompleteAsync(page.Items, cancellationToken), page.Next, page.Mark);
    }

    private async Task<ImmutableArray<UserChange>> CompleteAsync(ImmutableArray<UserChange> changes, CancellationToken cancellationToken)
    {
        var halfTold = changes.Where(IsHalfTold).Select(change => change.Id).Distinct().ToList();

        if (halfTold.Count == 0)
        {
            return changes;
        }

        var whole = new Dictionary<string, UserChange>();
        await _batch.AskAsync([.. halfTold.Select(UserQueries.One)], Take, cancellationToken);

        return [.. changes.Select(change => IsHalfTold(change) ? whole[change.Id] : change)];

        // Who is not there any more left after the change that was told.
        void Take(int index, ReadOnlySpan<byte> person) => whole[halfTold[index]] = person.IsEmpty
            ? new UserChange(halfTold[index], null, UserProperties.None)
            : Read(person);
    }

    private UserChange Read(ReadOnlySpan<byte> person)
    {
        var json = new Utf8JsonReader(person);
        json.Read();
        return _parser.ReadChange(ref json);
    }

    private static bool IsHalfTold(UserChange change) =>
        change.Told.HasFlag(UserProperties.Licences) && !change.Told.HasFlag(UserProperties.Assignments);
}
