using System.Runtime.CompilerServices;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Tells what it would take to make a set of people ready, from the counts that the last scan stored.</summary>
public sealed class LicenceNeeds(PeopleSets sets, Playbook playbook, ProductCatalogue table)
{
    /// <summary>What it would take.</summary>
    public async Task<NeedAnswer> FindAsync(SnapshotView view, NeedQuestion question, CancellationToken cancellationToken) =>
        new NeedFinder(playbook, view.Rules, table).Find(
            question.Experience, await sets.FootprintsAsync(view.Head.Id, question.Set, cancellationToken), question.Verdict);

    /// <summary>The people behind one number, a batch at a time, each with what their like need.</summary>
    public async IAsyncEnumerable<IEnumerable<(PersonRow Person, FootprintNeed Need)>> PeopleAsync(
        SnapshotView view, NeedQuestion question, NeedAnswer answer, NeedPart part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var needs = answer.Footprints.Where(need => need.Part == part).ToDictionary(need => need.Footprint);

        await foreach (var batch in sets.ListAsync(view.Head.Id, question.Set, needs.Keys, cancellationToken))
        {
            yield return batch.Select(found => (found.Person, needs[found.Footprint]));
        }
    }
}
