using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What came of changing several tasks at once: each by itself, so that one that can't be changed doesn't hold up the others.</summary>
/// <param name="Done">The ids of the tasks that were changed.</param>
/// <param name="Numbers">The changes, by which they can be undone.</param>
/// <param name="Conflicts">What somebody else has changed in the meantime.</param>
/// <param name="Refused">The first reason why a task could not be changed.</param>
public sealed record BulkOutcome(ImmutableArray<string> Done, ImmutableArray<long> Numbers, ImmutableArray<TaskWish> Conflicts, string? Refused)
{
    /// <summary>Makes the changes one after the other.</summary>
    public static async Task<BulkOutcome> SaveAsync(
        RolloutDesk desk, Guid rolloutId, IEnumerable<TaskWish> wishes, Actor actor, CancellationToken cancellationToken)
    {
        var outcome = new BulkOutcome([], [], [], null);

        foreach (var wish in wishes)
        {
            var changed = await desk.EditAsync(new(rolloutId, wish.Seen.TaskId, wish.Seen.Version), wish.Action, wish.Edit, actor, cancellationToken);
            outcome = changed.TryGet(out var change) ? outcome with { Done = outcome.Done.Add(wish.Seen.TaskId), Numbers = outcome.Numbers.Add(change.Number) }
                : changed.Problem.Kind is ProblemKind.Conflict ? outcome with { Conflicts = outcome.Conflicts.Add(wish) }
                : outcome with { Refused = outcome.Refused ?? changed.Problem.Detail };
        }

        return outcome;
    }
}
