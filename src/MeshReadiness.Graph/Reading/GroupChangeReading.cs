using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /groups/delta</c> into the groups that mattered before.</summary>
internal sealed class GroupChangeReading(GraphAccess graph, ImmutableArray<GroupFacts> before, IReadOnlySet<string> named)
{
    private readonly Dictionary<string, GroupFacts> _groups = before.ToDictionary(group => group.Id);

    // Told in part, never met before, and of weight: what wasn't told has to be asked for.
    private readonly HashSet<string> _unsure = [];
    private readonly HashSet<string> _gone = [];

    public async Task<Result<GroupUpdate>> ReadAsync(string link, CancellationToken cancellationToken)
    {
        var pages = GroupReading.Pages(graph, GraphPermissions.GroupChanges).ReadAsync(() => graph.Resume(link), cancellationToken);
        string? mark = null;

        await foreach (var read in pages)
        {
            if (!read.TryGet(out var page))
            {
                return read.Problem;
            }

            foreach (var change in page.Items)
            {
                Apply(change);
            }

            mark = page.Mark;
        }

        return await GraphProblems.CatchAsync(
            GraphPermissions.GroupChanges,
            async () =>
            {
                var end = mark ?? throw DeltaMark.NoMark();
                await AskAsync([.. _unsure.Union(named.Where(id => !_groups.ContainsKey(id) && !_gone.Contains(id)))], cancellationToken);
                return new GroupUpdate(_groups.Values.Where(group => group.Matter(named)).InOrder(), end);
            },
            cancellationToken);
    }

    private void Apply(GroupChange change)
    {
        var id = change.Facts.Id;

        if (change.IsRemoved)
        {
            _groups.Remove(id);
            _unsure.Remove(id);
            _gone.Add(id);
        }
        else if (change.Told is GroupProperties.All || _groups.ContainsKey(id))
        {
            _unsure.Remove(id);
            _gone.Remove(id);
            Keep(_groups.TryGetValue(id, out var known) ? change.ApplyTo(known) : change.Facts);
        }
        else if (change.Facts.Matter(named))
        {
            _unsure.Add(id);
        }
    }

    private void Keep(GroupFacts group)
    {
        if (group.Matter(named))
        {
            _groups[group.Id] = group;
        }
        else
        {
            _groups.Remove(group.Id);
        }
    }

    private Task AskAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var parser = new GroupParser();
        return new Batch(graph).AskAsync([.. ids.Select(GroupQueries.One)], Take, cancellationToken);

        // A policy may go on naming a group that was deleted.
        void Take(int index, ReadOnlySpan<byte> group)
        {
            if (!group.IsEmpty)
            {
                var json = new Utf8JsonReader(group);
                json.Read();
                Keep(parser.Read(ref json).Facts);
            }
        }
    }
}
