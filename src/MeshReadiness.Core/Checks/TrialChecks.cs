using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about what was bought or tried, and until when.</summary>
internal static class TrialChecks
{
    private const int DaysToDecide = 30;
    private const string Role = "Billing Administrator";

    public static CheckResult TrialOrPurchase(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Inventory.Subscriptions.TryGet(out var subscriptions))
        {
            return CheckResult.Unknown("The subscriptions", facts.Inventory.Subscriptions.Problem);
        }

        var carriers = Carriers(facts, parameters, subscriptions);
        var what = facts.Playbook.Requirement(parameters.Requirement).Name;
        var bought = carriers.Where(one => one is { IsTrial: false, IsWorking: true }).Select(one => one.SkuPartNumber).Distinct().ToList();

        if (bought.Count > 0)
        {
            return CheckResult.Pass($"{Upper(what)} has been bought with {Words.Some(bought)}.");
        }

        if (carriers.FirstOrDefault(one => one is { IsTrial: true, IsWorking: true }) is { } trial)
        {
            return CheckResult.Pass($"The trial {trial.SkuPartNumber} of {what} runs{(trial.CreatedAt is { } since ? $" since {Words.Day(since)}" : "")}.");
        }

        return CheckResult.Fail(
            $"{Upper(what)} has neither been bought nor is it being tried.",
            new Finding(
                what, carriers.IsEmpty ? "in no subscription" : "only in subscriptions that no longer work", "in a purchase or a trial",
                "Buy it, or start the trial once steps 1 to 6 are done.", Role));
    }

    public static CheckResult TrialEnd(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Inventory.Subscriptions.TryGet(out var subscriptions))
        {
            return CheckResult.Unknown("The subscriptions", facts.Inventory.Subscriptions.Problem);
        }

        var carriers = Carriers(facts, parameters, subscriptions);

        // The trial that lasts longest counts; one whose end isn't told may be that one.
        var trial = carriers.Where(one => one.IsTrial).OrderByDescending(one => one.NextLifecycleAt ?? DateTimeOffset.MaxValue).FirstOrDefault();
        var isBought = carriers.Any(one => one is { IsTrial: false, IsWorking: true });

        return (trial, isBought) switch
        {
            (null, _) => CheckResult.NotApplicable($"No trial of {facts.Playbook.Requirement(parameters.Requirement).Name} is on record."),
            ({ NextLifecycleAt: null }, false) => CheckResult.Unknown($"Graph doesn't tell when the trial {trial.SkuPartNumber} ends."),
            ({ NextLifecycleAt: null }, true) => CheckResult.Pass($"The trial {trial.SkuPartNumber} is followed by a purchase."),
            ({ NextLifecycleAt: { } end }, true) => CheckResult.Pass($"The trial {trial.SkuPartNumber} {Ends(facts, end)} and is followed by a purchase."),
            ({ NextLifecycleAt: { } end }, false) when trial.IsWorking && end > facts.AsOf.AddDays(DaysToDecide) =>
                CheckResult.Pass($"The trial {trial.SkuPartNumber} {Ends(facts, end)}."),
            ({ NextLifecycleAt: { } end }, false) => CheckResult.Fail(
                $"The trial {trial.SkuPartNumber} {Ends(facts, end)}, and nothing has been bought to follow it.",
                new Finding(
                    trial.SkuPartNumber, Ends(facts, end), $"bought {DaysToDecide} days before the trial ends",
                    "Buy the licences, or tell people when their access ends.", Role)),
        };
    }

    private static ImmutableArray<SubscriptionFacts> Carriers(
        CheckFacts facts, CheckParameters parameters, ImmutableArray<SubscriptionFacts> subscriptions)
    {
        var plans = facts.Playbook.Requirement(parameters.Requirement).AnyOf;
        return [.. subscriptions.Where(one => one.ServicePlanIds.Any(plans.Contains))];
    }

    private static string Ends(CheckFacts facts, DateTimeOffset end) => $"{(end > facts.AsOf ? "ends" : "ended")} on {Words.Day(end)}";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
