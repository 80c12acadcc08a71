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
    /// <summary>The standing of one person to one requirement.</summary>
    /// <param name="user">The person.</param>
    /// <param name="requirement">What is asked for.</param>
    /// <param name="carriers">The tenant's products that carry one of the requirement's plans.</param>
    public static PlanStanding Find(UserFacts user, PlanRequirement requirement, IReadOnlySet<Guid> carriers)
    {
        var best = user.AssignedPlans
            .Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId))
            .Select(plan => (CapabilityStatus?)plan.Status)
            .Min();

        return best switch
        {
            CapabilityStatus.Enabled or CapabilityStatus.Warning => PlanStanding.Working,
            CapabilityStatus.Unrecognised => PlanStanding.Unclear,
            CapabilityStatus.Suspended or CapabilityStatus.LockedOut => PlanStanding.Suspended,
            _ when user.AssignedLicenses.Any(licence => licence.DisabledPlans.Any(plan => requirement.AnyOf.Contains(plan))) =>
                PlanStanding.SwitchedOff,
            _ when user.LicenseAssignmentStates.Any(state => state.IsInError && carriers.Contains(state.SkuId)) =>
                PlanStanding.AssignmentFailed,
            _ => PlanStanding.Missing,
        };
    }
}
