using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Finds the aid to a decision; <see langword="null"/> when the playbook has none by this id.</summary>
/// <param name="playbookId">The playbook.</param>
/// <param name="decisionId">The decision.</param>
public delegate DecisionAid? FindDecisionAid(string playbookId, string decisionId);

/// <summary>
/// Keeps tasks in step with the decisions that prove them. Whatever changes a decision, an undo too, changes its task in the
/// same transaction: there is neither without the other.
/// </summary>
internal sealed class DecisionTasks(FindDecisionAid find)
{
    /// <summary>The audit record's word for a task that a decision proves. Such a change is undone by undoing the decision.</summary>
    public const string Decided = "decided";

    /// <summary>The audit record's word for a task that a decision proves no longer.</summary>
    public const string Undecided = "undecided";

    /// <summary>Makes the task follow a change of its decision, or says why it can't.</summary>
    public async Task<Problem?> FollowAsync(
        MeshReadinessDbContext db, Guid rolloutId, Decision before, Decision after, Moment moment, CancellationToken cancellationToken)
    {
        if (before.Taken == after.Taken)
        {
            return null;
        }

        var playbookId = await db.Rollouts.Where(rollout => rollout.Id == rolloutId).Select(rollout => rollout.PlaybookId).SingleAsync(cancellationToken);

        if (find(playbookId, after.DecisionId) is not { } aid)
        {
            return new(ProblemKind.NotFound, $"The playbook {playbookId} of this rollout doesn't have the decision {after.DecisionId} any more.");
        }

        var work = await RolloutStore.WorkAsync(db, rolloutId, aid.Task, cancellationToken);
        var followed = DecisionProof.Follow(work, aid, after.Taken, Guid.CreateVersion7(moment.At));

        if (followed != work)
        {
            var isProven = followed.Evidence.Any(evidence => evidence.Source is EvidenceSource.Decision);
            await RolloutStore.WriteAsync(
                db, rolloutId, work, followed, new(RolloutStore.TaskAction + (isProven ? Decided : Undecided), null), moment, cancellationToken);
        }

        return null;
    }
}
