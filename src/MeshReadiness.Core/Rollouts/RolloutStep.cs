using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Rollouts;

/// <summary>A step of a rollout in numbers, with the one task that holds it back.</summary>
/// <param name="Step">The step.</param>
/// <param name="Tasks">Its tasks, in the playbook's order.</param>
public sealed record RolloutStep(Step Step, ImmutableArray<RolloutTask> Tasks)
{
    private static readonly ImmutableArray<TaskState> GravestFirst =
    [
        TaskState.Blocked, TaskState.Unknown, TaskState.NeedsFreshProof, TaskState.Open, TaskState.InProgress, TaskState.Waiting, TaskState.AcceptedRisk, TaskState.Done,
    ];

    /// <summary>How many tasks stand like this.</summary>
    public int Count(TaskState state) => Tasks.Count(task => task.State == state);

    /// <summary>How many tasks are past their day.</summary>
    public int Overdue => Tasks.Count(task => task.IsOverdue);

    /// <summary>How many tasks there are to do at all.</summary>
    public int Applicable => Tasks.Length - Count(TaskState.NotApplicable);

    /// <summary>The step as a whole: as its gravest task.</summary>
    public TaskState State => GravestFirst.FirstOrDefault(state => Count(state) > 0, TaskState.Done);

    /// <summary>What holds the step back, the gravest first; of tasks that wait for others, these. <see langword="null"/> when nothing does.</summary>
    public RolloutTask? HeldBackBy => Tasks
        .Where(task => !task.IsSettled)
        .OrderBy(task => !task.WaitsFor.IsEmpty)
        .ThenBy(task => GravestFirst.IndexOf(task.State))
        .ThenByDescending(task => task.IsOverdue)
        .ThenBy(task => task.Task.Severity)
        .FirstOrDefault();
}
