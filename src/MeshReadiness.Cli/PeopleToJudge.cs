using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Cli;

/// <summary>People and what is known of their tenant, wherever it came from.</summary>
/// <param name="People">The people.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="Notes">What whoever asked should know about the facts, one sentence each.</param>
internal sealed record PeopleToJudge(ImmutableArray<PersonFacts> People, TenantFacts Tenant, ImmutableArray<string> Notes)
{
    /// <summary>One person after the other, judged when it is their turn.</summary>
    public IEnumerable<PersonEligibility> Judge(Playbook playbook, ProductCatalogue catalogue)
    {
        var rules = new PersonRules(new EligibilityRules(playbook, Tenant, catalogue), playbook, Tenant, catalogue);
        return People.Select(rules.Explain);
    }
}
