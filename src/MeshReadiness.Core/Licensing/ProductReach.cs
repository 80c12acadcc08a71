using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>What a product brings to a playbook's experiences, read from the plans that it carries in this tenant.</summary>
/// <param name="Sku">The product.</param>
/// <param name="Meets">The requirements that it meets.</param>
/// <param name="EnoughFor">The experiences for which a person needs no other product.</param>
/// <param name="HelpsWith">The experiences for which it meets something, but not everything.</param>
public sealed record ProductReach(
    SubscribedSku Sku, ImmutableArray<PlanRequirement> Meets, ImmutableArray<Experience> EnoughFor, ImmutableArray<Experience> HelpsWith)
{
    /// <summary>
    /// Whether it carries one of the plans that set an experience apart, and not only what every office product has.
    /// </summary>
    public bool Matters => !EnoughFor.IsEmpty || !HelpsWith.IsEmpty;

    /// <summary>Looks at one product.</summary>
    public static ProductReach Of(SubscribedSku sku, Playbook playbook)
    {
        ImmutableArray<PlanRequirement> meets = [.. playbook.Requirements.Where(requirement => requirement.AnyOf.Any(sku.Carries))];
        var met = meets.Select(requirement => requirement.Id).ToHashSet();

        return new(
            sku,
            meets,
            [.. playbook.Experiences.Where(experience => experience.Requires.All(met.Contains))],
            [.. playbook.Experiences.Where(experience => !experience.Requires.All(met.Contains) && experience.Requires.Any(id => met.Contains(id) && Distinguishes(id, playbook)))]);
    }

    // What every experience asks for, Teams itself, sets none of them apart.
    private static bool Distinguishes(string requirementId, Playbook playbook) =>
        !playbook.Experiences.All(experience => experience.Requires.Contains(requirementId))
        && playbook.Requirement(requirementId).AnyOf.Length == 1;
}
