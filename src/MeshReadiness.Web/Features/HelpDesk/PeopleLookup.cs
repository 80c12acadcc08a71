using System.Globalization;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Answers searches and the lists behind numbers. Each is audited: of how many people it told, and nothing that was typed.</summary>
public sealed class PeopleLookup(SnapshotStore store, LookupRecord record)
{
    /// <summary>The audit record's word for a search.</summary>
    public const string Action = "people.searched";

    /// <summary>One page of the people that match.</summary>
    /// <param name="snapshotId">The snapshot.</param>
    /// <param name="query">Whom to find.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work; what has ended before it was answered is not audited.</param>
    public async Task<Result<PersonPage>> FindAsync(Guid snapshotId, PeopleQuery query, Actor actor, CancellationToken cancellationToken)
    {
        var found = await store.SearchPeopleAsync(snapshotId, query, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return await record.TellAsync(found, actor, Action, snapshotId.ToString(), Detail(query, found), cancellationToken);
    }

    private static string Detail(PeopleQuery query, PersonPage found)
    {
        var total = string.Create(CultureInfo.InvariantCulture, $"{(found.IsMore ? "more than " : "")}{Format.Count(found.Total, "person", "people")}");
        string?[] asked =
        [
            string.IsNullOrWhiteSpace(query.Text) ? null : found.IsNear ? "words near to a text" : "a text",
            query.ExperienceId is null ? null : $"experience {query.ExperienceId}",
            query.Verdict is null ? null : $"verdict {query.Verdict}",
            query.ReasonCode is null ? null : $"reason {query.ReasonCode}",
            query.SkuId is null ? null : $"product {query.SkuId}",
        ];
        var how = string.Join(", ", asked.Where(part => part is not null));

        return string.Create(CultureInfo.InvariantCulture, $"Told of {found.People.Length} of {total}, {(how.Length == 0 ? "by name" : $"found by {how}")}.");
    }
}
