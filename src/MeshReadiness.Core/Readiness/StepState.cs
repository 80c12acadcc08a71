using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Readiness;

/// <summary>How a task stands.</summary>
public enum TaskState
{
    /// <summary>Proven by the tenant.</summary>
    Done,

    /// <summary>To do; nothing is lost yet.</summary>
    Open,

    /// <summary>The tenant proves that it isn't done, and an experience fails because of it.</summary>
    Blocked,

    /// <summary>A fact that decides could not be read.</summary>
    Unknown,

    /// <summary>There is nothing to do.</summary>
    NotApplicable,

    /// <summary>Somebody is at it. Only in a rollout.</summary>
    InProgress,

    /// <summary>It was proven, but the proof has aged. Only in a rollout.</summary>
    NeedsFreshProof,

    /// <summary>Blocked by other tasks: its turn comes when these are settled. Only in a rollout.</summary>
    Waiting,

    /// <summary>Left undone for a while, with reasons, and another admin agreed. Only in a rollout.</summary>
    AcceptedRisk,
}

/// <summary>A task, how it stands, and why.</summary>
/// <param name="Task">The task.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sentence">Why, in one sentence.</param>
/// <param name="Result">The check's answer; <see langword="null"/> where no check proves this task.</param>
public sealed record TaskStanding(PlaybookTask Task, TaskState State, string Sentence, CheckResult? Result)
{
    private const string Unconfirmed = "This is a clue that waits for a person to confirm.";

    /// <summary>Reads a task's standing off the answers of the checks.</summary>
    public static TaskStanding Of(PlaybookTask task, ImmutableDictionary<string, CheckResult> checks) =>
        checks.TryGetValue(task.Id, out var result)
            ? new(task, StateOf(task, result), result.IsHint ? $"{result.Sentence} {Unconfirmed}" : result.Sentence, result)
            : new(task, TaskState.Open, Waiting(task.Evidence), null);

    private static TaskState StateOf(PlaybookTask task, CheckResult result) => result.Outcome switch
    {
        not CheckOutcome.NotApplicable when result.IsHint => TaskState.Open,
        CheckOutcome.Pass => TaskState.Done,
        CheckOutcome.Fail => task.Severity is Severity.Blocker ? TaskState.Blocked : TaskState.Open,
        CheckOutcome.Unknown => TaskState.Unknown,
        _ => TaskState.NotApplicable,
    };

    /// <summary>What a task without any proof waits for.</summary>
    internal static string Waiting(EvidenceKind evidence) => evidence switch
    {
        EvidenceKind.Attest => "Waits for a person's word.",
        EvidenceKind.Upload => "Waits for a file from an admin.",
        EvidenceKind.Probe => "Waits for a network test from a client.",
        EvidenceKind.AutoHint => "Microsoft Graph gives only a clue here; waits for a person to confirm.",
        _ => "The scan doesn't read the facts for this yet; waits for a person to look.",
    };
}

/// <summary>A step in numbers, with the one sentence that says what holds it back.</summary>
/// <param name="Step">The step.</param>
/// <param name="Tasks">Its tasks, in the playbook's order.</param>
public sealed record StepStanding(Step Step, ImmutableArray<TaskStanding> Tasks)
{
    /// <summary>All steps of a playbook as the checks left them.</summary>
    public static ImmutableArray<StepStanding> Of(Playbook playbook, ImmutableDictionary<string, CheckResult> checks) =>
        [.. playbook.Steps.Select(step => new StepStanding(step, [.. step.Tasks.Select(task => TaskStanding.Of(task, checks))]))];

    /// <summary>How many tasks stand like this.</summary>
    public int Count(TaskState state) => Tasks.Count(task => task.State == state);

    /// <summary>How many tasks there are to do at all.</summary>
    public int Applicable => Tasks.Length - Count(TaskState.NotApplicable);

    /// <summary>The step as a whole: blocked by any blocked task, then unknown, then open; done when nothing is left.</summary>
    public TaskState State =>
        Count(TaskState.Blocked) > 0 ? TaskState.Blocked
        : Count(TaskState.Unknown) > 0 ? TaskState.Unknown
        : Count(TaskState.Open) > 0 ? TaskState.Open
        : TaskState.Done;

    /// <summary>What holds the step back, the gravest first; <see langword="null"/> when nothing does.</summary>
    public TaskStanding? HeldBackBy => Tasks
        .Where(task => task.State is TaskState.Blocked or TaskState.Unknown or TaskState.Open)
        .OrderBy(task => task.State switch { TaskState.Blocked => 0, TaskState.Unknown => 1, _ => 2 })
        .ThenBy(task => task.Result is null)
        .ThenBy(task => task.Task.Severity)
        .FirstOrDefault();
}
