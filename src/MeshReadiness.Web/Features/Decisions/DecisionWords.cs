using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>Decisions as the screens write them. Ids that the aid doesn't have, from an earlier edition of it, stand as they are.</summary>
internal static class DecisionWords
{
    private const string Open = "open";

    public static string Outcome(DecisionAid aid, DecisionTaken taken) =>
        aid.Outcomes.FirstOrDefault(outcome => outcome.Id == taken.Outcome)?.Name ?? taken.Outcome;

    /// <summary>What a sort of fact is called.</summary>
    public static string Of(DecisionFact fact) => fact switch
    {
        DecisionFact.TenantIdentity => "The tenant",
        DecisionFact.TenantType => "Kind of tenant",
        DecisionFact.Products => "Products",
        DecisionFact.Subscriptions => "Purchases and trials",
        DecisionFact.Members => "Members",
        DecisionFact.Guests => "Guests",
        DecisionFact.Policies => "Conditional Access",
        _ => "Devices",
    };

    /// <summary>What differs, in the order in which a page shows it.</summary>
    public static ImmutableArray<WorkDifference> Differences(DecisionAid aid, Decision before, Decision after) =>
    [
        .. new WorkDifference[]
        {
            new("Decision", before.Taken is { } was ? Outcome(aid, was) : Open, after.Taken is { } now ? Outcome(aid, now) : Open),
            new("Reasons", before.Taken?.Reasons ?? "none", after.Taken?.Reasons ?? "none"),
        }.Where(difference => difference.Before != difference.After),
        .. from question in aid.Questions.Select(one => one.Id).Union(before.Answers.Keys).Union(after.Answers.Keys)
           let difference = new WorkDifference(Question(aid, question), Answer(aid, before, question), Answer(aid, after, question))
           where difference.Before != difference.After
           select difference,
    ];

    private static string Question(DecisionAid aid, string id) => aid.Questions.FirstOrDefault(question => question.Id == id)?.Question ?? id;

    private static string Answer(DecisionAid aid, Decision decision, string questionId) =>
        !decision.Answers.TryGetValue(questionId, out var optionId) ? Open
        : aid.Questions.SelectMany(question => question.Options).FirstOrDefault(option => option.Id == optionId)?.Words ?? optionId;
}
