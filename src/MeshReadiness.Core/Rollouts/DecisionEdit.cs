using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// What people can do about a decision. Every edit takes the decision as it is and returns it as it becomes, or one sentence
/// that says why not. Not all questions have to be answered: a decision rests on its reasons, the answers only lead to them.
/// </summary>
public static class DecisionEdit
{
    /// <summary>The longest reasons.</summary>
    public const int LongestReasons = TaskEdit.LongestText;

    /// <summary>The longest id of anything in a decision.</summary>
    public const int LongestId = 100;

    /// <summary>Keeps answers on the way, without deciding anything.</summary>
    public static Result<Decision> Answer(Decision decision, DecisionAid aid, ImmutableSortedDictionary<string, string> answers) =>
        decision.Taken is not null ? Refused("This is decided, and the answers belong to the decision. Revisit it to answer differently.")
        : WhyNotAnswers(answers, aid) is { } problem ? problem
        : decision with { Answers = answers };

    /// <summary>Takes the decision; where it was taken already, takes it anew.</summary>
    /// <param name="decision">The decision as it is.</param>
    /// <param name="aid">Its aid.</param>
    /// <param name="wish">What is decided, and why.</param>
    /// <param name="moment">Who decides, and when.</param>
    public static Result<Decision> Take(Decision decision, DecisionAid aid, DecisionWish wish, Moment moment)
    {
        var (outcome, reasons) = (wish.Outcome ?? "", wish.Reasons?.Trim() ?? "");
        return (WhyNotAnswers(wish.Answers, aid) ?? WhyNotOutcome(outcome, aid) ?? WhyNotReasons(reasons)) is { } problem
            ? problem
            : decision with { Answers = wish.Answers, Taken = new(outcome, reasons, moment.By, moment.At) };
    }

    /// <summary>Takes the decision back, so that it is open again. The answers stay.</summary>
    public static Result<Decision> Reopen(Decision decision) =>
        decision.Taken is null ? Refused("Nothing is decided here, so there is nothing to take back.") : decision with { Taken = null };

    /// <summary>Why a stored or imported decision doesn't fit its aid; <see langword="null"/> when it does.</summary>
    internal static Problem? WhyNot(Decision decision, DecisionAid aid) =>
        WhyNotAnswers(decision.Answers, aid)
        ?? (decision.Taken is { } taken ? WhyNotOutcome(taken.Outcome, aid) ?? WhyNotReasons(taken.Reasons.Trim()) : null);

    private static Problem? WhyNotAnswers(ImmutableSortedDictionary<string, string> answers, DecisionAid aid)
    {
        foreach (var (questionId, optionId) in answers)
        {
            if (aid.Questions.FirstOrDefault(one => one.Id == questionId) is not { } question)
            {
                return Refused($"The decision {aid.Id} has no question {questionId}. It has: {Names(aid.Questions.Select(one => one.Id))}.");
            }

            if (question.Options.All(option => option.Id != optionId))
            {
                return Refused($"The question {questionId} has no answer {optionId}. It has: {Names(question.Options.Select(option => option.Id))}.");
            }
        }

        return null;
    }

    private static Problem? WhyNotOutcome(string outcome, DecisionAid aid) =>
        outcome.Length == 0 ? Refused($"Choose what is decided. You can choose: {Names(aid.Outcomes.Select(one => one.Name))}.")
        : aid.Outcomes.All(one => one.Id != outcome)
            ? Refused($"The decision {aid.Id} has no outcome {outcome}. It has: {Names(aid.Outcomes.Select(one => one.Id))}.")
        : null;

    internal static Problem? WhyNotReasons(string reasons) =>
        reasons.Length == 0 ? Refused("Say why it is decided so: the next person will ask.")
        : reasons.Length > LongestReasons ? Refused($"The reasons have {reasons.Length} characters; up to {LongestReasons} can be kept. Shorten them.")
        : null;

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}

/// <summary>What somebody wants to decide.</summary>
/// <param name="Answers">The chosen options, by question.</param>
/// <param name="Outcome">The id of the outcome; <see langword="null"/> while none is chosen.</param>
/// <param name="Reasons">Why.</param>
public sealed record DecisionWish(ImmutableSortedDictionary<string, string> Answers, string? Outcome, string? Reasons);
