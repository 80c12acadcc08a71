using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Puts a person's standing to a requirement into words.</summary>
internal static class RequirementReasons
{
    /// <summary>Stands between the requirement's id and the standing in a reason's code.</summary>
    public const string Separator = ":";

    public static Reason For(PlanRequirement requirement, PlanStanding standing) => standing switch
    {
        PlanStanding.Working => new(Code(requirement, "on"), Verdict.Ready, $"{Name(requirement)} is on.", Source: requirement.Source),
        PlanStanding.Unclear => new(Code(requirement, "unclear"), Verdict.Unknown,
            $"{Name(requirement)} is in a state that this version doesn't know.",
            "Look at the licence in the Microsoft 365 admin center.", requirement.Role, requirement.Source),
        PlanStanding.Suspended => new(Code(requirement, "suspended"), Verdict.NotReady,
            $"{Name(requirement)} is suspended because the subscription behind it has ended.",
            "Renew the subscription, or assign a licence from one that is active.", "Billing Administrator", requirement.Source),
        PlanStanding.SwitchedOff => new(Code(requirement, "switched-off"), Verdict.NotReady,
            $"{Name(requirement)} is part of an assigned licence, but an admin has switched it off.",
            "Switch the plan on again in the licence or in the group that assigns it.", requirement.Role, requirement.Source),
        PlanStanding.AssignmentFailed => new(Code(requirement, "assignment-failed"), Verdict.NotReady,
            $"A licence that carries {requirement.Name} could not be assigned.",
            "Resolve the licence assignment error, then have the assignment processed again.", requirement.Role, requirement.Source),
        _ => new(Code(requirement, "missing"), Verdict.NotReady, $"No assigned licence carries {requirement.Name}.",
            requirement.Remedy, requirement.Role, requirement.Source),
    };

    private static string Code(PlanRequirement requirement, string standing) => requirement.Id + Separator + standing;

    private static string Name(PlanRequirement requirement) => char.ToUpperInvariant(requirement.Name[0]) + requirement.Name[1..];
}
