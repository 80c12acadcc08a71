using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Rollouts;

/// <summary>Purchases and trials, in sentences to stand beside a question.</summary>
internal static class DecisionSubscriptions
{
    private const int MostTrials = 4;

    public static IEnumerable<FoundFact> Of(CheckFacts facts)
    {
        if (!facts.Tenant.Inventory.Subscriptions.TryGet(out var subscriptions))
        {
            var unknown = CheckResult.Unknown("The subscriptions", facts.Tenant.Inventory.Subscriptions.Problem);
            return [new(unknown.Sentence, IsUnknown: true)];
        }

        // The trials that matter here first, then those that end last.
        var plans = facts.Playbook.Requirements.SelectMany(requirement => requirement.AnyOf).ToHashSet();
        var trials = subscriptions.Where(one => one.IsTrial)
            .OrderByDescending(one => one.ServicePlanIds.Any(plans.Contains)).ThenByDescending(one => one.NextLifecycleAt).ToList();
        var bought = subscriptions.Count(one => one is { IsTrial: false, IsWorking: true });
        var more = trials.Count - MostTrials;

        return
        [
            new($"{Words.Count(bought, "purchase works", "purchases work")} in this tenant."),
            .. trials.Count == 0 ? ImmutableArray.Create(new FoundFact("No trial is on record.")) : [],
            .. trials.Take(MostTrials).Select(trial => new FoundFact(Sentence(trial, facts))),
            .. more > 0 ? ImmutableArray.Create(new FoundFact($"{Words.Count(more, "more trial is", "more trials are")} on record.")) : [],
        ];
    }

    private static string Sentence(SubscriptionFacts trial, CheckFacts facts)
    {
        var name = facts.Catalogue.Products.Values
            .FirstOrDefault(product => product.StringId.Equals(trial.SkuPartNumber, StringComparison.OrdinalIgnoreCase))?.Name ?? trial.SkuPartNumber;
        var since = trial.CreatedAt is { } begin ? $", begun on {Words.Day(begin)}" : "";

        return trial.NextLifecycleAt switch
        {
            null => $"Trial of {name}{since}; Graph doesn't tell when it ends.",
            { } end when end > facts.AsOf => $"Trial of {name}{since}; it ends on {Words.Day(end)}.",
            { } end => $"Trial of {name}{since}; it ended on {Words.Day(end)}.",
        };
    }
}
