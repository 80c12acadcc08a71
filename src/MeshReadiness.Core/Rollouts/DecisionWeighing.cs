using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// What the answers to a decision's questions come to: what speaks for which outcome, and what has to be known. It proposes;
/// people decide, and may decide otherwise. Answers that the aid doesn't know, from an earlier edition of it, count for nothing.
/// </summary>
/// <param name="Outcomes">What speaks for each outcome, in the aid's order.</param>
/// <param name="Neutral">Answers that fit every outcome.</param>
/// <param name="Open">The questions without an answer, in the aid's order.</param>
/// <param name="Warnings">What has to be known with these answers.</param>
public sealed record DecisionWeighing(
    ImmutableArray<OutcomeWeight> Outcomes,
    ImmutableArray<DecisionReason> Neutral,
    ImmutableArray<DecisionQuestion> Open,
    ImmutableArray<DecisionWarning> Warnings)
{
    /// <summary>The outcomes that the most answers speak for: none, one, or several in a tie.</summary>
    public ImmutableArray<OutcomeWeight> Ahead =>
        Outcomes.Max(outcome => outcome.For.Length) is var most and > 0 ? [.. Outcomes.Where(outcome => outcome.For.Length == most)] : [];

    /// <summary>Weighs answers.</summary>
    /// <param name="aid">The aid.</param>
    /// <param name="answers">The chosen options, by question.</param>
    public static DecisionWeighing Of(DecisionAid aid, IReadOnlyDictionary<string, string> answers)
    {
        var reasons = aid.Questions
            .Select(question => (Question: question, Option: question.Options.FirstOrDefault(option => option.Id == answers.GetValueOrDefault(question.Id))))
            .ToLookup(answer => answer.Option is not null, answer => answer);
        var given = reasons[true].Select(answer => new DecisionReason(answer.Question, answer.Option!)).ToList();

        return new(
            [.. aid.Outcomes.Select(outcome => new OutcomeWeight(outcome, [.. given.Where(reason => reason.Option.SpeaksFor == outcome.Id)]))],
            [.. given.Where(reason => reason.Option.SpeaksFor is null)],
            [.. reasons[false].Select(answer => answer.Question)],
            [.. aid.Warnings.Where(warning => warning.After.IsEmpty || given.Any(reason => warning.After.Contains(reason.Option.Id)))]);
    }

    /// <summary>The answers that speak for something else than this outcome.</summary>
    public ImmutableArray<DecisionReason> Against(string outcomeId) =>
        [.. Outcomes.Where(outcome => outcome.Outcome.Id != outcomeId).SelectMany(outcome => outcome.For)];

    /// <summary>What it comes to, in one or two sentences.</summary>
    public string Sentence
    {
        get
        {
            var answered = Neutral.Length + Outcomes.Sum(outcome => outcome.For.Length);
            var lead = (answered, Ahead) switch
            {
                (0, _) => "Nothing is answered yet.",
                (_, []) => "What is answered so far fits every outcome.",
                (_, [var one]) when Against(one.Outcome.Id) is { IsEmpty: true } => $"{Answers(one.For.Length)} for “{one.Outcome.Name}”, and nothing speaks for anything else.",
                (_, [var one]) => $"More speaks for “{one.Outcome.Name}”, but the answers contradict each other: {Tally}.",
                var (_, tied) => $"The answers contradict each other and are even between {Words.List(tied.Select(one => $"“{one.Outcome.Name}”"), "and")}: {Tally}.",
            };

            return Open.IsEmpty ? lead : $"{lead} {Words.Count(Open.Length, "question is", "questions are")} open.";
        }
    }

    private string Tally => Words.List(
        Outcomes.Where(outcome => !outcome.For.IsEmpty).Select(outcome => $"{Words.Number(outcome.For.Length)} for “{outcome.Outcome.Name}”"), "and");

    private static string Answers(int number) => Words.Count(number, "answer speaks", "answers speak");
}

/// <summary>What speaks for an outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="For">The answers that do, in the order of their questions.</param>
public sealed record OutcomeWeight(DecisionOutcome Outcome, ImmutableArray<DecisionReason> For);

/// <summary>An answer as a reason.</summary>
/// <param name="Question">The question.</param>
/// <param name="Option">The answer, with why it speaks for what it does.</param>
public sealed record DecisionReason(DecisionQuestion Question, DecisionOption Option);
