using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A task that concerns somebody, with the rollout that it belongs to.</summary>
/// <param name="Rollout">The rollout.</param>
/// <param name="Task">The task.</param>
public sealed record WorkItem(Rollout Rollout, RolloutTask Task);

/// <summary>What one person has to see to, over all rollouts under way. Every task stands in one place only, but for approvals.</summary>
/// <param name="Overdue">Their tasks past their day, the oldest first.</param>
/// <param name="DueSoon">Their tasks due within seven days.</param>
/// <param name="ToApprove">Risks that others have asked to accept.</param>
/// <param name="Others">Everything else of theirs that isn't settled.</param>
public sealed record WorkList(
    ImmutableArray<WorkItem> Overdue, ImmutableArray<WorkItem> DueSoon, ImmutableArray<WorkItem> ToApprove, ImmutableArray<WorkItem> Others)
{
    /// <summary>How many days ahead count as soon.</summary>
    public const int SoonDays = 7;

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Overdue.IsEmpty && DueSoon.IsEmpty && ToApprove.IsEmpty && Others.IsEmpty;

    /// <summary>Picks what concerns a person.</summary>
    public static WorkList Of(IEnumerable<RolloutView> views, Actor person, DateOnly today)
    {
        var items = views.SelectMany(view => view.Standing.Tasks.Select(task => new WorkItem(view.Rollout, task))).ToList();
        var mine = items.Where(item => item.Task.Work.Owner?.ObjectId == person.ObjectId && !item.Task.IsSettled)
            .OrderBy(item => item.Task.Due ?? DateOnly.MaxValue).ThenBy(item => item.Task.Task.Severity).ToLookup(item => Place(item.Task, today));
        var asked = items.Where(item => item.Task.Work.Risk is { } risk && risk.IsPending(today) && risk.AskedBy.ObjectId != person.ObjectId);

        return new(
            [.. mine[Urgency.Overdue]], [.. mine[Urgency.Soon]], [.. asked.OrderBy(item => item.Task.Work.Risk!.AskedAt)], [.. mine[Urgency.Later]]);
    }

    private static Urgency Place(RolloutTask task, DateOnly today) =>
        task.IsOverdue ? Urgency.Overdue : task.Due is { } day && day <= today.AddDays(SoonDays) ? Urgency.Soon : Urgency.Later;

    private enum Urgency
    {
        Overdue,
        Soon,
        Later,
    }
}
