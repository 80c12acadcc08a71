using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>How a person stands to something that their licences must give.</summary>
public enum PlanStanding
{
    /// <summary>A plan that gives it is on.</summary>
    Working,

    /// <summary>A plan is there in a state that this version doesn't know.</summary>
    Unclear,

    /// <summary>A plan is there, but its subscription is suspended or locked out.</summary>
    Suspended,

    /// <summary>A licence carries it, and an admin has switched it off.</summary>
    SwitchedOff,

    /// <summary>A licence that would carry it could not be assigned.</summary>
    AssignmentFailed,

    /// <summary>No licence carries it.</summary>
    Missing,
}

/// <summary>Finds a person's standing from the plans in force, then from the licences and how they were assigned.</summary>
public static class PlanStandings
{
    /// <summary>The standing that holdings give to one requirement.</summary>
    /// <param name="holdings">What a person holds.</param>
    /// <param name="requirement">What is asked for.</param>
    /// <param name="carriers">The tenant's products that carry one of the requirement's plans.</param>
    /// <param name="products">All of the tenant's products.</param>
    public static PlanStanding Find(
        LicenceHoldings holdings, PlanRequirement requirement, IReadOnlySet<Guid> carriers, TenantProducts products)
    {
        var inForce = holdings.Plans.IsDefault ? WorkedOut(holdings, requirement, carriers, products) : Told(holdings, requirement);

        return inForce switch
        {
            CapabilityStatus.Enabled or CapabilityStatus.Warning => PlanStanding.Working,
            CapabilityStatus.Unrecognised => PlanStanding.Unclear,
            CapabilityStatus.Suspended or CapabilityStatus.LockedOut => PlanStanding.Suspended,
            _ when holdings.Licences.Any(licence => licence.DisabledPlans.Any(plan => requirement.AnyOf.Contains(plan))) =>
                PlanStanding.SwitchedOff,
            _ when holdings.Assignments.Any(state => state.IsInError && carriers.Contains(state.SkuId)) =>
                PlanStanding.AssignmentFailed,
            _ => PlanStanding.Missing,
        };
    }

    private static CapabilityStatus? Told(LicenceHoldings holdings, PlanRequirement requirement) => holdings.Plans
        .Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId))
        .Select(plan => (CapabilityStatus?)plan.Status)
        .Min();

    // A doubtful licence for which nobody asked may carry the plan or not: neither ready nor not ready.
    private static CapabilityStatus? WorkedOut(
        LicenceHoldings holdings, PlanRequirement requirement, IReadOnlySet<Guid> carriers, TenantProducts products)
    {
        CapabilityStatus? best = null;

        foreach (var licence in holdings.Licences)
        {
            var isListed = products.Skus.TryGetValue(licence.SkuId, out var sku);

            if ((isListed && !carriers.Contains(licence.SkuId)) || !Leaves(licence, requirement, sku))
            {
                continue;
            }

            if (!products.IsDoubtful(licence.SkuId))
            {
                return CapabilityStatus.Enabled;
            }

            // Where the whole product is out of force, so is what a licence of it gives; where some of its units are, nobody can tell whose.
            var status = sku?.IsOutOfForce is true ? CapabilityStatus.Suspended : CapabilityStatus.Unrecognised;
            best = best < status ? best : status;
        }

        return best;
    }

    // A product that the tenant doesn't list may carry anything, but not what is switched off in the licence.
    private static bool Leaves(AssignedLicense licence, PlanRequirement requirement, SubscribedSku? sku) =>
        requirement.AnyOf.Any(plan => sku?.Carries(plan) is not false && !licence.DisabledPlans.Contains(plan));
}
