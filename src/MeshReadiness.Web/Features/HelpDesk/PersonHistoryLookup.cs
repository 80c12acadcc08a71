using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Finds what changed for a person over the snapshots that are kept.</summary>
public sealed class PersonHistoryLookup(PersonHistory history, ProductCatalogue catalogue, Playbook playbook)
{
    private const int MostSnapshots = 10;

    /// <summary>The changes, newest first, each between two moments that differ; and the oldest moment that is known, where there is more than one.</summary>
    /// <param name="snapshot">Names products that the catalogue doesn't know.</param>
    /// <param name="userId">The person's object id.</param>
    /// <param name="fresh">The person as they are now, when somebody had them read again.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(ImmutableArray<PersonChanges> Changes, DateTimeOffset? Oldest)> FindAsync(
        SnapshotView snapshot, string userId, FreshPerson? fresh, CancellationToken cancellationToken)
    {
        var stored = await history.FindAsync(userId, MostSnapshots, cancellationToken);
        ImmutableArray<PersonMoment> moments = fresh is null ? stored : [Moment(snapshot, fresh), .. stored];

        return (
            [
                .. moments.Skip(1).Zip(moments, (before, after) => PersonChanges.Between(
                        before, after, playbook, sku => snapshot.ProductName(sku, catalogue), plan => catalogue.PlanName(plan, null)))
                    .Where(changes => !changes.AreNone),
            ],
            moments.Length > 1 ? moments[^1].At : null);
    }

    // Licence details can make a verdict unknown that snapshots, which don't keep them, tell; that is no change.
    private static PersonMoment Moment(SnapshotView snapshot, FreshPerson fresh) => new(
        fresh.ReadAt,
        fresh.Facts.User,
        snapshot.Rules.Judge(snapshot.Rules.FootprintOf(fresh.Facts.User)).ToImmutableDictionary(one => one.ExperienceId, one => one.Verdict));
}
