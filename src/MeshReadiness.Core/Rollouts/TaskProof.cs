using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Rollouts;

/// <summary>What the proof of a task comes to.</summary>
public enum ProofState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The task is done, and the proof is fresh.</summary>
    Proven,

    /// <summary>It was proven once, and the proof has aged.</summary>
    Stale,

    /// <summary>The tenant, or a file, proves that it isn't done.</summary>
    Failed,

    /// <summary>A fact that decides could not be read.</summary>
    Unknown,

    /// <summary>There is nothing to decide.</summary>
    NotApplicable,
}

/// <summary>
/// Weighs the proof of one task. What the tenant says counts more than what people say; where it says nothing, the newest
/// evidence counts. A clue of the tenant counts until a person has looked after it first appeared.
/// </summary>
/// <param name="State">What it comes to.</param>
/// <param name="Sentence">Why, in one sentence.</param>
/// <param name="At">From when the proof is; <see langword="null"/> where there is none.</param>
/// <param name="FreshUntil">When it ceases to count.</param>
public sealed record TaskProof(ProofState State, string Sentence, DateTimeOffset? At = null, DateTimeOffset? FreshUntil = null)
{
    /// <summary>Weighs what there is.</summary>
    /// <param name="task">The task.</param>
    /// <param name="answer">What the tenant says; <see langword="null"/> where no check looks at the task.</param>
    /// <param name="work">What people say.</param>
    /// <param name="now">The moment for which it is asked.</param>
    public static TaskProof Of(PlaybookTask task, CheckAnswer? answer, TaskWork work, DateTimeOffset now)
    {
        var newest = work.Evidence.IsEmpty ? null : work.Evidence.OrderBy(evidence => evidence.At).Last();

        return answer switch
        {
            { Result.IsHint: true } => OfHint(task, answer, newest, now),
            { Result.Outcome: CheckOutcome.Unknown } => newest is null ? OfResult(task, answer.Result, answer.ReadAt, now) : OfEvidence(task, newest, now),
            { } told => OfResult(task, told.Result, told.ReadAt, now),
            null when newest is not null => OfEvidence(task, newest, now),
            null => new(ProofState.None, TaskStanding.Waiting(task.Evidence)),
        };
    }

    private static TaskProof OfHint(PlaybookTask task, CheckAnswer hint, Evidence? newest, DateTimeOffset now) => hint.Result.Outcome switch
    {
        CheckOutcome.NotApplicable => OfResult(task, hint.Result, hint.ReadAt, now),
        CheckOutcome.Fail when newest is null || newest.At < hint.Since =>
            new(ProofState.None, $"The tenant suggests that it isn't done: {hint.Result.Sentence}", hint.ReadAt),
        _ when newest is not null => OfEvidence(task, newest, now),
        CheckOutcome.Pass => new(ProofState.None, $"The tenant suggests that it is done; a person has to confirm. {hint.Result.Sentence}", hint.ReadAt),
        _ => OfResult(task, hint.Result, hint.ReadAt, now),
    };

    private static TaskProof OfEvidence(PlaybookTask task, Evidence evidence, DateTimeOffset now) => evidence.Answer is { } answer
        ? OfResult(task, answer, evidence.At, now)
        : Aged(task, evidence.Words, evidence.At, now);

    private static TaskProof OfResult(PlaybookTask task, CheckResult result, DateTimeOffset at, DateTimeOffset now) => result.Outcome switch
    {
        CheckOutcome.Pass => Aged(task, result.Sentence, at, now),
        CheckOutcome.Fail => new(ProofState.Failed, result.Sentence, at),
        CheckOutcome.Unknown => new(ProofState.Unknown, result.Sentence, at),
        _ => new(ProofState.NotApplicable, result.Sentence, at),
    };

    private static TaskProof Aged(PlaybookTask task, string sentence, DateTimeOffset at, DateTimeOffset now)
    {
        var until = at.AddDays(task.FreshDays);
        return now <= until
            ? new(ProofState.Proven, sentence, at, until)
            : new(ProofState.Stale, $"The proof is older than {task.FreshDays} days. It said: {sentence}", at, until);
    }
}
