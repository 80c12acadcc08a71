using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Everything that a check may look at.</summary>
/// <param name="Playbook">The playbook whose task is being proven.</param>
/// <param name="Tenant">The tenant, part by part as it could be read.</param>
/// <param name="Population">The people in numbers, or why they could not be read.</param>
/// <param name="Catalogue">Microsoft's published names.</param>
/// <param name="AsOf">The moment that the facts speak of, by which dates are past or to come.</param>
public sealed record CheckFacts(
    Playbook Playbook, TenantFacts Tenant, Result<PopulationFacts> Population, ProductCatalogue Catalogue, DateTimeOffset AsOf)
{
    internal TenantInventory Inventory => Tenant.Inventory;

    /// <summary>How many enabled accounts of this audience stand so to a requirement.</summary>
    internal static int Count(
        PopulationFacts population, Playbook playbook, Audience audience, string requirementId, Func<PlanStanding, bool> standing)
    {
        var index = playbook.Requirements.Select(requirement => requirement.Id).ToList().IndexOf(requirementId);
        return InScope(population, audience).Where(count => standing(count.Footprint.Read(index))).Sum(count => count.People);
    }

    /// <summary>
    /// The enabled accounts of an audience. Accounts that can't sign in, and rooms and shared mailboxes with them, need no licence.
    /// </summary>
    internal static IEnumerable<FootprintCount> InScope(PopulationFacts population, Audience audience) =>
        population.Footprints.Where(count => count.Footprint.AccountEnabled is not false && audience switch
        {
            Audience.Guests => count.Footprint.UserType is UserType.Guest,
            Audience.Members => count.Footprint.UserType is not UserType.Guest,
            _ => true,
        });
}
