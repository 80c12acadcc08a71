using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Puts into words why one person's standing to a requirement can't be told.</summary>
internal static class DoubtReasons
{
    public static Reason For(PlanRequirement requirement, PersonDoubt doubt) => doubt switch
    {
        PersonDoubt.Pending => new(Code(requirement, "pending"), Verdict.Unknown,
            $"A licence carries {requirement.Name}, but its plan still waits for something, so nobody can say whether it works yet.",
            "Wait a day. If it still waits, look at the licence in the Microsoft 365 admin center; some plans wait for an admin.",
            requirement.Role, requirement.Source),
        PersonDoubt.Contradictory => new(Code(requirement, "contradictory"), Verdict.Unknown,
            $"Whether {requirement.Name} is on is unknown: what assignedLicenses, assignedPlans and licenseDetails tell contradicts itself.",
            "Read them again, at the same time and of the same person.", Source: requirement.Source),
        _ => new(Code(requirement, "not-told"), Verdict.Unknown,
            $"Whether {requirement.Name} is on is unknown: neither assignedLicenses nor assignedPlans nor licenseDetails is among the facts.",
            "Read the person with assignedLicenses, assignedPlans and licenseAssignmentStates, which Graph only gives when they are selected.",
            Source: requirement.Source),
    };

    /// <summary>The facts behind a standing: what the licences say, then what the licence details say; or that nothing does.</summary>
    public static ImmutableArray<ProofFact> Proof(
        PlanRequirement requirement, PersonFacts person, ImmutableArray<ProofFact> licences, ProductCatalogue catalogue)
    {
        var details = (person.Details.IsDefault ? [] : person.Details)
            .SelectMany(licence => licence.Plans.Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId))
                .Select(plan => new ProofFact(
                    $"In licenseDetails {catalogue.PlanName(plan.ServicePlanId, null)} of {catalogue.ProductName(licence.SkuId, null)} is {plan.Status}", FactOrigin.LicenceDetails)));

        return [
            .. person.Tells(UserProperties.Licences) ? [.. licences, .. ToldPlans(requirement, person, catalogue).Except(licences)]
                : person.Tells(UserProperties.Plans) ? licences.Where(line => line.Text.StartsWith("The plan ", StringComparison.Ordinal)).DefaultIfEmpty(new("assignedPlans has none of its plans"))
                : [new("Neither assignedLicenses nor assignedPlans is told")],
            .. details,
            .. person.Tells(UserProperties.Assignments) ? ImmutableArray<ProofFact>.Empty : [new("licenseAssignmentStates is not told, so how licences came is unknown")],
        ];
    }

    // Licences tell which plans there are; these say how Graph sees them.
    private static IEnumerable<ProofFact> ToldPlans(PlanRequirement requirement, PersonFacts person, ProductCatalogue catalogue) => person.Plans.IsDefault ? []
        : person.Plans.Where(plan => requirement.AnyOf.Contains(plan.ServicePlanId))
            .Select(plan => new ProofFact($"The plan {catalogue.PlanName(plan.ServicePlanId, null)} is {plan.StatusText}"))
            .DefaultIfEmpty(new("assignedPlans has none of its plans"));

    private static string Code(PlanRequirement requirement, string doubt) => requirement.Id + RequirementReasons.Separator + doubt;
}
