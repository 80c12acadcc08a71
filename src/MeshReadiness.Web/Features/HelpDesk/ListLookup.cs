using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Answers the help desk about a list of people: whom each line names, and what works for them. Each list that is looked up is audited, without the names.</summary>
public sealed class ListLookup(CurrentSnapshot snapshots, SnapshotStore store, LookupRecord record)
{
    /// <summary>The audit record's word for a list that was looked up.</summary>
    public const string Action = "people.listed";

    /// <summary>Looks a list up in the current snapshot.</summary>
    /// <param name="lines">The lines; see <see cref="ListedLines"/>.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<ListAnswer>> FindAsync(ImmutableArray<string> lines, Actor actor, CancellationToken cancellationToken)
    {
        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None;
        }

        var answer = ListAnswer.Of(view, await store.ListAsync(view.Head.Id, lines, LineAnswer.MostPeople, cancellationToken));
        var found = answer.Lines.Count(line => !line.People.IsEmpty);
        return await record.TellAsync(
            answer, actor, Action, view.Head.Id.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{Format.Count(lines.Length, "line", "lines")}, {Format.Number(found)} of them found."),
            cancellationToken);
    }
}
