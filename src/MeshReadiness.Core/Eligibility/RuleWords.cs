using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Says which rule a reason follows from: what has to hold, whether it does or not.</summary>
public static class RuleWords
{
    /// <summary>The rule as one sentence.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="playbook">The playbook whose rules were asked.</param>
    /// <param name="catalogue">Names of plans.</param>
    public static string For(Reason reason, Playbook playbook, ProductCatalogue catalogue) => reason.Code.Split(RequirementReasons.Separator) switch
    {
        ["tenant-fits" or "tenant-unknown" or "tenant-unsupported"] => $"{playbook.Name} is offered to commercial tenants; government, education and external tenants are left out.",
        ["account-enabled" or "account-disabled" or "account-unknown"] => "Only an enabled account can sign in.",
        ["user-type-fits" or "user-type-unknown" or "guests-not-served" or "members-not-served"] => "Some experiences are for members of the organisation, some for guests.",
        ["usage-location", _] => "A licence can be assigned directly only where the usage location is set.",
        ["create-groups", _] => "Who creates a collection creates a Microsoft 365 group, and has to be allowed to.",
        ["join-groups", _] => "Who is in a collection is in a Microsoft 365 group, and has to be allowed to.",
        [SignInReasons.Prefix, _] => "Conditional Access has to let the person in on at least one of the kinds of device.",
        ["guest", _] => "A guest has to accept the invitation before anything works.",
        [_, "nested-group"] => "A licence that a group gives reaches the group's direct members, not the members of groups inside it.",
        [var id, _] when playbook.Requirements.FirstOrDefault(one => one.Id == id) is { } requirement => Plans(requirement, catalogue),
        _ => "No rule decides this; somebody has to look.",
    };

    private static string Plans(PlanRequirement requirement, ProductCatalogue catalogue) => requirement.AnyOf is [var only]
        ? $"The service plan {catalogue.PlanName(only, null)} has to be on."
        : $"One of these service plans has to be on: {string.Join(", ", requirement.AnyOf.Select(plan => catalogue.PlanName(plan, null)).Distinct())}.";
}
