using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>People counted by what decides about them, in the small playbook.</summary>
internal static class APopulation
{
    public static PopulationFacts Of(params IEnumerable<UserFacts> people)
    {
        var rules = ATenant.Rules();
        var tally = new PopulationTally();

        foreach (var person in people)
        {
            tally.Add(person, rules.FootprintOf(person));
        }

        return tally.ToFacts();
    }

    public static IEnumerable<UserFacts> Times(this int number, UserFacts person) => Enumerable.Repeat(person, number);
}
