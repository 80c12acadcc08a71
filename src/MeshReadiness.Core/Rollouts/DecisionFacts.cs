using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// What the last scan found that bears on a decision, in sentences to stand beside its questions. What could not be read is
/// said to be unknown, with the permission that is missing; it is never a number.
/// </summary>
/// <param name="facts">The tenant and its people, for the playbook that the rollout follows.</param>
/// <param name="experiences">The experiences that people were judged by, in order.</param>
/// <param name="verdicts">What came of it, for members and guests.</param>
/// <param name="readings">When each part was read.</param>
public sealed class DecisionFacts(
    CheckFacts facts, ImmutableArray<Experience> experiences, ImmutableArray<GroupVerdicts> verdicts, ImmutableArray<TopicReading> readings)
{
    /// <summary>What was found of one sort of fact.</summary>
    public FoundFacts Of(DecisionFact fact) => new(fact, [.. Sentences(fact)], ReadAt(fact));

    private IEnumerable<FoundFact> Sentences(DecisionFact fact) => fact switch
    {
        DecisionFact.TenantIdentity => [Identity()],
        DecisionFact.TenantType => [Found(TenantChecks.Kind(facts))],
        DecisionFact.Products => Products(),
        DecisionFact.Subscriptions => DecisionSubscriptions.Of(facts),
        DecisionFact.Members => Members(),
        DecisionFact.Guests => [.. Guests(), Found(GuestChecks.InvitationsAllowed(facts)), Found(GuestChecks.CrossTenantAccess(facts))],
        DecisionFact.Policies => [Found(TenantChecks.PoliciesKnown(facts))],
        _ => [Headsets(), new("Computers and phones aren't read by scans.", IsUnknown: true)],
    };

    private FoundFact Identity() => facts.Tenant.Organization.TryGet(out var tenant)
        ? new($"This tenant is {tenant.DisplayName ?? "unnamed"}{(tenant.DefaultDomain is { } domain ? $", {domain}" : "")}, with the id {tenant.Id}.")
        : Unknown("The tenant itself", facts.Tenant.Organization.Problem);

    private IEnumerable<FoundFact> Products()
    {
        if (!facts.Tenant.SubscribedSkus.TryGet(out var skus))
        {
            return [Unknown("The tenant's products", facts.Tenant.SubscribedSkus.Problem)];
        }

        var reaches = skus.Select(sku => ProductReach.Of(sku, facts.Playbook)).ToLookup(reach => reach.Matters);
        var others = Words.Count(reaches[false].Count(), "other product has", "other products have");

        return reaches[true].Any()
            ? [
                .. reaches[true].Select(reach => reach.Sku).OrderByDescending(sku => sku.PrepaidUnits.Total)
                    .Select(sku => (Name: facts.Catalogue.ProductName(sku.SkuId, sku.SkuPartNumber), Sku: sku))
                    .Select(product => new FoundFact(
                        $"{product.Name}: {Words.Count(product.Sku.PrepaidUnits.Enabled + product.Sku.PrepaidUnits.Warning, "seat works", "seats work")}, "
                            + $"{Words.Number(product.Sku.ConsumedUnits)} given out, {Words.Number(product.Sku.FreeUnits)} free.")),
                .. reaches[false].Any() ? [new FoundFact($"{others} no bearing on {facts.Playbook.Name}.")] : ImmutableArray<FoundFact>.Empty,
            ]
            : [new(skus.Length switch
            {
                0 => "The tenant has no products.",
                1 => $"The tenant's one product doesn't carry what {facts.Playbook.Name} needs beside Teams.",
                var all => $"None of the tenant's {Words.Number(all)} products carries what {facts.Playbook.Name} needs beside Teams.",
            })];
    }

    private IEnumerable<FoundFact> Members()
    {
        if (!facts.Population.TryGet(out var people))
        {
            return [Unknown("The people", facts.Population.Problem)];
        }

        var members = people.Footprints.Where(count => count.Footprint.UserType is UserType.Member).ToList();
        var disabled = members.Where(count => count.Footprint.AccountEnabled is false).Sum(count => count.People);
        var unsaid = people.Footprints.Where(count => count.Footprint.UserType is null).Sum(count => count.People);
        var ready =
            from experience in experiences
            join verdict in verdicts on experience.Id equals verdict.ExperienceId
            where experience.Audience is not Audience.Guests && verdict is { Dimension: Dimension.UserType, Value: nameof(UserType.Member) }
            select $"{experience.Name} {Words.Number(verdict.Counts.Ready)}";

        return new[]
        {
            $"{Words.People(members.Sum(count => count.People), Audience.Members)}, {Words.Number(disabled)} of them with a disabled account.",
            unsaid == 0 ? null : $"Of {Words.Count(unsaid, "account", "accounts")} the directory says neither member nor guest.",
            string.Join("; ", ready) is { Length: > 0 } list ? $"Members who are ready by their licences: {list}." : null,
        }.OfType<string>().Select(sentence => new FoundFact(sentence));
    }

    private IEnumerable<FoundFact> Guests()
    {
        if (!facts.Population.TryGet(out var people))
        {
            return [Unknown("The people", facts.Population.Problem)];
        }

        var guests = people.Footprints.Where(count => count.Footprint.UserType is UserType.Guest).Sum(count => count.People);
        return guests == 0
            ? [new("The directory has no guests.")]
            : [new($"{Words.People(guests, Audience.Guests)}, {Words.Number(people.PendingGuests)} of whom {(people.PendingGuests == 1 ? "hasn't" : "haven't")} accepted the invitation yet.")];
    }

    private FoundFact Headsets() => facts.Tenant.Inventory.Headsets.TryGet(out var headsets)
        ? new(headsets.Registered == 0
            ? "The directory knows no headset. Those that were never registered can't be seen."
            : $"{Words.Count(headsets.Registered, "registered headset", "registered headsets")}: {Words.Number(headsets.NotManaged)} not managed, {Words.Number(headsets.NotCompliant)} managed and not compliant.")
        : Unknown("The devices", facts.Tenant.Inventory.Headsets.Problem);

    private DateTimeOffset ReadAt(DecisionFact fact)
    {
        var topic = fact switch
        {
            DecisionFact.TenantIdentity => TenantTopic.Organization,
            DecisionFact.TenantType or DecisionFact.Products => TenantTopic.SubscribedSkus,
            DecisionFact.Subscriptions => TenantTopic.Subscriptions,
            DecisionFact.Members or DecisionFact.Guests => TenantTopic.Users,
            DecisionFact.Policies => TenantTopic.Policies,
            _ => TenantTopic.Headsets,
        };

        return readings.FirstOrDefault(reading => reading.Topic == topic)?.ReadAt ?? facts.AsOf;
    }

    private static FoundFact Found(CheckResult result) => new(result.Sentence, result.Outcome is CheckOutcome.Unknown);

    private static FoundFact Unknown(string what, Problem problem) => Found(CheckResult.Unknown(what, problem));
}

/// <summary>What was found of one sort of fact.</summary>
/// <param name="Fact">Which sort.</param>
/// <param name="Sentences">What was found; at least one sentence.</param>
/// <param name="ReadAt">When the tenant was asked, in UTC.</param>
public sealed record FoundFacts(DecisionFact Fact, ImmutableArray<FoundFact> Sentences, DateTimeOffset ReadAt);

/// <summary>One thing that was found, or that could not be read.</summary>
/// <param name="Sentence">What, with its numbers.</param>
/// <param name="IsUnknown">Whether it could not be read.</param>
public sealed record FoundFact(string Sentence, bool IsUnknown = false);
