using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What policies do to everybody.</summary>
/// <param name="Together">All of them together.</param>
/// <param name="Asks">For each policy and each scenario, of how many people whose demands aren't met the policy asks for something that they can give.</param>
/// <param name="About">For each policy, whom it is about, and whom it may be about as far as nobody knows.</param>
public sealed record PoliciesJudged(PopulationResult Together, ImmutableArray<ImmutableArray<int>> Asks, ImmutableArray<(int People, int Maybe)> About)
{
    /// <summary>Judges everybody by a tenant's policies.</summary>
    public static PoliciesJudged Of(TenantPolicies tenant, ImmutableArray<ClassCount> people) => new(
        new PopulationRules(tenant.Policies, tenant.Apps, tenant.Uncertain).Judge(people, tenant.Scenarios),
        [
            // The sign-in log has one word for asking and for blocking; judged alone, a policy tells which it does.
            .. tenant.Policies.Select(policy => new PopulationRules([policy], tenant.Apps, tenant.Uncertain).Judge(people, tenant.Scenarios).Scenarios
                .Select(result => result.People[SignInOutcome.BlockedUnlessControlsMet]).ToImmutableArray()),
        ],
        [.. tenant.Policies.Select(policy => WhomItIsAbout(policy, tenant, people))]);

    // A policy that isn't enforced is about somebody all the same.
    private static (int People, int Maybe) WhomItIsAbout(ConditionalAccessPolicy policy, TenantPolicies tenant, ImmutableArray<ClassCount> people)
    {
        var rules = new SignInRules([policy with { State = PolicyState.Enabled }], tenant.Apps);
        var met = people.Select(count => (count.People, rules.Judge(count.Class.As(new(), tenant.Uncertain)).Policies[0].Conditions.First(condition => condition.Condition == "users").Met)).ToList();
        return (met.Where(one => one.Met is Truth.Yes).Sum(one => one.People), met.Where(one => one.Met is Truth.Unknown).Sum(one => one.People));
    }
}
