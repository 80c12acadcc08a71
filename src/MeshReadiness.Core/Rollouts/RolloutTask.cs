using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Rollouts;

/// <summary>A task of a rollout, how it stands, and why.</summary>
/// <param name="Task">The task.</param>
/// <param name="Work">What people have said and done.</param>
/// <param name="Proof">What its proof comes to.</param>
/// <param name="Answer">What the tenant says; <see langword="null"/> where no check looks at it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sentence">Why, in one sentence.</param>
/// <param name="WaitsFor">The ids of the tasks that have to be settled before it.</param>
/// <param name="Due">When it is due, by decision or by suggestion.</param>
/// <param name="IsOverdue">Whether that day is past and the task isn't settled.</param>
public sealed record RolloutTask(
    PlaybookTask Task,
    TaskWork Work,
    TaskProof Proof,
    CheckAnswer? Answer,
    TaskState State,
    string Sentence,
    ImmutableArray<string> WaitsFor,
    DateOnly? Due,
    bool IsOverdue)
{
    /// <summary>Whether nothing is left to do about it, for now.</summary>
    public bool IsSettled => Settles(State);

    /// <summary>Whether the due date is the suggestion and nobody's decision.</summary>
    public bool IsDueSuggested => Work.Due is null && Due is not null;

    internal static bool Settles(TaskState state) => state is TaskState.Done or TaskState.NotApplicable or TaskState.AcceptedRisk;
}
