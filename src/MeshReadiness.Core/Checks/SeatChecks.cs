using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about seats.</summary>
internal static class SeatChecks
{
    public static CheckResult Available(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Tenant.SubscribedSkus.TryGet(out var skus))
        {
            return CheckResult.Unknown("The tenant's products", facts.Tenant.SubscribedSkus.Problem);
        }

        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var requirement = facts.Playbook.Requirement(parameters.Requirement);
        ImmutableArray<SubscribedSku> carriers = [.. skus.Where(sku => requirement.AnyOf.Any(sku.Carries))];
        var free = carriers.Sum(sku => sku.FreeUnits);
        var lacking = CheckFacts.Count(population, facts.Playbook, Audience.Members, requirement.Id, NeedsSeat);
        var seats = Words.Count(free, "free seat", "free seats");

        if (lacking == 0)
        {
            return CheckResult.Pass($"Nobody is waiting for a seat with {requirement.Name}; {seats} left.");
        }

        return free >= lacking
            ? CheckResult.Pass($"{Words.People(lacking, Audience.Members)} without {requirement.Name}, and {seats}.")
            : CheckResult.Fail(
                $"{Words.People(lacking, Audience.Members)} without {requirement.Name}, and only {seats}.",
                new Finding(
                    carriers.IsEmpty
                        ? requirement.Name
                        : string.Join(", ", carriers.Select(sku => facts.Catalogue.ProductName(sku.SkuId, sku.SkuPartNumber))),
                    seats,
                    Words.Count(lacking, "free seat", "free seats"),
                    $"Buy {Words.Count(lacking - free, "seat", "seats")} more, or leave people out of scope.",
                    "Billing Administrator"));
    }

    /// <summary>
    /// Whether a plan is off for those who surely have no use for it: accounts that nobody can sign in with. Who else is out of
    /// scope only the pilot's list tells.
    /// </summary>
    public static CheckResult OffElsewhere(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var requirement = facts.Playbook.Requirement(parameters.Requirement);
        var index = facts.Playbook.Requirements.IndexOf(requirement);
        var holders = population.Footprints.Where(count => count.Footprint.Read(index) is PlanStanding.Working)
            .ToLookup(count => count.Footprint.AccountEnabled is false, count => count.People);
        var (wasted, used) = (holders[true].Sum(), holders[false].Sum());

        return (wasted, used) switch
        {
            (0, 0) => CheckResult.NotApplicable($"Nobody has {requirement.Name} on."),
            (0, _) => CheckResult.Pass($"{Words.Count(used, "person has", "people have")} {requirement.Name} on. Compare them with those in scope.").AsHint(),
            _ => CheckResult.Fail(
                $"{Words.Count(wasted, "account that is disabled has", "accounts that are disabled have")} {requirement.Name} on.",
                new Finding(
                    Words.Count(wasted, "disabled account", "disabled accounts"), $"{requirement.Name} is on", $"{requirement.Name} is off",
                    "Take the licence away, or switch the plan off in it.", requirement.Role)),
        };
    }

    // A plan that is switched off sits in a seat that is already taken.
    private static bool NeedsSeat(PlanStanding standing) =>
        standing is PlanStanding.Missing or PlanStanding.AssignmentFailed or PlanStanding.Suspended;
}
