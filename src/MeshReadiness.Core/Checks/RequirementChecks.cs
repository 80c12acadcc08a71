using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about what people's licences must give them. In scope is every enabled account of the audience.</summary>
internal static class RequirementChecks
{
    public static CheckResult Met(CheckFacts facts, CheckParameters parameters) =>
        Judge(facts, parameters, standing => standing is not PlanStanding.Working, (requirement, lacking, scope) => (
            $"{lacking} of {scope} can't use {requirement.Name}.",
            $"{requirement.Name} is on",
            requirement.Remedy));

    public static CheckResult NotSwitchedOff(CheckFacts facts, CheckParameters parameters) =>
        Judge(facts, parameters, standing => standing is PlanStanding.SwitchedOff, (requirement, lacking, scope) => (
            $"For {lacking} of {scope} an admin has switched off {requirement.Name}.",
            $"{requirement.Name} is on wherever a licence carries it",
            "Switch the plan on again in the licence or in the group that assigns it."));

    public static CheckResult NeverWithout(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var ids = facts.Playbook.Requirements.Select(item => item.Id).ToList();
        var needed = facts.Playbook.Requirement(parameters.Requirement);
        var neededIndex = ids.IndexOf(needed.Id);
        var useless = parameters.UselessWithout.Select(id => ids.IndexOf(id)).ToList();
        var people = CheckFacts.InScope(population, parameters.Audience)
            .Where(count => count.Footprint.Read(neededIndex) is not (PlanStanding.Working or PlanStanding.Unclear)
                && useless.Any(index => count.Footprint.Read(index) is PlanStanding.Working))
            .Sum(count => count.People);

        return people == 0
            ? CheckResult.Pass($"Everybody who holds a plan that needs {needed.Name} has it.")
            : CheckResult.Fail(
                $"{Words.People(people, parameters.Audience)} with plans that are of no use without {needed.Name}.",
                new Finding(Words.People(people, parameters.Audience), $"without {needed.Name}", $"{needed.Name} is on", needed.Remedy, needed.Role));
    }

    private static CheckResult Judge(
        CheckFacts facts,
        CheckParameters parameters,
        Func<PlanStanding, bool> isWrong,
        Func<PlanRequirement, string, string, (string Sentence, string ShouldBe, string Remedy)> words)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var requirement = facts.Playbook.Requirement(parameters.Requirement);
        var scope = CheckFacts.InScope(population, parameters.Audience).Sum(count => count.People);
        var wrong = Count(population, facts.Playbook, parameters, isWrong);
        var unclear = Count(population, facts.Playbook, parameters, standing => standing is PlanStanding.Unclear);
        var everybody = Words.People(scope, parameters.Audience);

        if (scope == 0)
        {
            return CheckResult.NotApplicable($"The tenant has no enabled {(parameters.Audience is Audience.Guests ? "guest" : "member")}.");
        }

        // "Met" counts the unclear ones as wrong; if only they stand in the way, nothing is known to be wrong.
        if (wrong > 0 && wrong == unclear)
        {
            return CheckResult.Unknown($"For {Words.People(unclear, parameters.Audience)}, {requirement.Name} is in a state that this version doesn't know.");
        }

        if (wrong == 0)
        {
            return CheckResult.Pass($"All is well with {requirement.Name} for {everybody}.");
        }

        var (sentence, shouldBe, remedy) = words(requirement, Words.Count(wrong, "person", "people"), everybody);
        return CheckResult.Fail(sentence, new Finding(Words.People(wrong, parameters.Audience), sentence, shouldBe, remedy, requirement.Role));
    }

    private static int Count(PopulationFacts population, Playbook playbook, CheckParameters parameters, Func<PlanStanding, bool> standing) =>
        CheckFacts.Count(population, playbook, parameters.Audience, parameters.Requirement, standing);
}
