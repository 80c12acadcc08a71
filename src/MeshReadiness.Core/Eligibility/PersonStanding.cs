using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>How one person stands to a requirement: as the population is judged, or a doubt that only this person's facts raise.</summary>
/// <param name="Standing">The standing; says nothing where there is a doubt.</param>
/// <param name="Doubt">What keeps the answer from being known.</param>
internal readonly record struct PersonStanding(PlanStanding Standing, PersonDoubt Doubt)
{
    private const string Success = "Success", Disabled = "Disabled", Pending = "Pending";

    /// <summary>Finds the standing from everything that is known of the person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="index">The requirement's place in the playbook.</param>
    /// <param name="requirement">The requirement.</param>
    /// <param name="rules">The rules of the population.</param>
    public static PersonStanding Find(PersonFacts person, int index, PlanRequirement requirement, EligibilityRules rules) =>
        Judged(person, index, rules) is { } judged ? Weigh(Confirm(judged, person, requirement), person, requirement, rules)
        : person.Details.IsDefault ? new(default, PersonDoubt.NotTold)
        : Alone(person, requirement);

    // Plans count beside licences only where licences leave a doubt; alone they tell it all.
    private static PlanStanding? Judged(PersonFacts person, int requirement, EligibilityRules rules) =>
        person.Tells(UserProperties.Licences) ? rules.StandingTo(requirement, rules.Products.Reduce(person.User.Holdings))
        : person.Tells(UserProperties.Plans) ? rules.StandingTo(requirement, person.User.Holdings)
        : null;

    // What licences promise has to be among the plans, where these were told as well. A licence that was taken away or switched
    // off counts at once, while the plans may lag behind.
    private static PersonStanding Confirm(PlanStanding judged, PersonFacts person, PlanRequirement requirement)
    {
        if (person.Plans.IsDefault || judged is not PlanStanding.Working)
        {
            return new(judged, PersonDoubt.None);
        }

        return person.Plans.Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId)).Select(plan => (CapabilityStatus?)plan.Status).Min() switch
        {
            CapabilityStatus.Enabled or CapabilityStatus.Warning => new(judged, PersonDoubt.None),
            CapabilityStatus.Unrecognised => new(PlanStanding.Unclear, PersonDoubt.None),
            CapabilityStatus.Suspended or CapabilityStatus.LockedOut => new(PlanStanding.Suspended, PersonDoubt.None),
            _ => new(judged, PersonDoubt.Contradictory),
        };
    }

    private static PersonStanding Weigh(PersonStanding told, PersonFacts person, PlanRequirement requirement, EligibilityRules rules)
    {
        var judged = told.Standing;

        if (person.Details.IsDefault)
        {
            return judged is PlanStanding.Unclear && WaitsInTenant(person, requirement, rules) ? new(judged, PersonDoubt.Pending) : told;
        }

        var alone = Alone(person, requirement);

        // Where licences and plans don't agree, nothing but a plan that waits explains it.
        return told.Doubt is not PersonDoubt.None ? alone.Doubt is PersonDoubt.None ? told : alone : judged switch
        {
            // A suspended subscription's plans may still be provisioned.
            PlanStanding.Suspended => new(judged, PersonDoubt.None),
            PlanStanding.Unclear => alone,
            _ when alone.Doubt is not PersonDoubt.None || alone.Standing is PlanStanding.Unclear => alone,
            _ when (judged is PlanStanding.Working) != (alone.Standing is PlanStanding.Working) => new(judged, PersonDoubt.Contradictory),
            _ => new(judged, PersonDoubt.None),
        };
    }

    /// <summary>What the licence details say on their own.</summary>
    private static PersonStanding Alone(PersonFacts person, PlanRequirement requirement)
    {
        var states = person.Details.SelectMany(licence => licence.Plans)
            .Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId)).Select(plan => plan.Status).ToList();

        return states.Any(state => Is(state, Success)) ? new(PlanStanding.Working, PersonDoubt.None)
            : states.Any(IsPending) ? new(default, PersonDoubt.Pending)
            : states.Any(state => !Is(state, Disabled)) ? new(PlanStanding.Unclear, PersonDoubt.None)
            : new(states.Count > 0 ? PlanStanding.SwitchedOff : PlanStanding.Missing, PersonDoubt.None);
    }

    private static bool WaitsInTenant(PersonFacts person, PlanRequirement requirement, EligibilityRules rules) =>
        person.User.AssignedLicenses.Any(licence => rules.Products.Skus.TryGetValue(licence.SkuId, out var sku)
            && sku.ServicePlans.Any(plan => requirement.AnyOf.Contains(plan.ServicePlanId)
                && !licence.DisabledPlans.Contains(plan.ServicePlanId) && plan.ProvisioningStatus is { } state && IsPending(state)));

    private static bool IsPending(string state) => state.StartsWith(Pending, StringComparison.OrdinalIgnoreCase);

    private static bool Is(string state, string word) => state.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What keeps a person's standing from being known.</summary>
internal enum PersonDoubt
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The plan is there and waits for something before it works.</summary>
    Pending,

    /// <summary>Two facts about the person exclude each other.</summary>
    Contradictory,

    /// <summary>No fact that would tell it is there.</summary>
    NotTold,
}
