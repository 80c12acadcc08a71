using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Checks;

/// <summary>
/// Rules about what people's licences must give them. In scope is every enabled account of the audience.
/// Where a rule looks at several requirements, a person has to be right with all of them.
/// </summary>
internal static class RequirementChecks
{
    public static CheckResult Met(CheckFacts facts, CheckParameters parameters) => Judge(
        facts,
        parameters,
        new(
            standing => standing is not (PlanStanding.Working or PlanStanding.Unclear),
            standing => standing is PlanStanding.Unclear,
            (scope, asked) => $"All is well with {Names(asked, "and")} for {scope}.",
            (wrong, scope, what) => $"{wrong} of {scope} can't use {what}.",
            what => $"can't use {what}",
            what => $"{what} is on",
            requirement => requirement.Remedy));

    public static CheckResult NotSwitchedOff(CheckFacts facts, CheckParameters parameters) => Judge(
        facts,
        parameters,
        new(
            standing => standing is PlanStanding.SwitchedOff,
            _ => false,
            (scope, asked) => $"No admin has switched off {Names(asked, "or")} for any of {scope}.",
            (wrong, scope, what) => $"For {wrong} of {scope} an admin has switched off {what}.",
            what => $"{what} is switched off",
            what => $"{what} is on wherever a licence carries it",
            _ => "Switch the plan on again in the licence or in the group that assigns it."));

    /// <summary>Whether what licences give has arrived: nothing waits in a group, failed, or stopped with its subscription.</summary>
    public static CheckResult InEffect(CheckFacts facts, CheckParameters parameters)
    {
        var arrived = Judge(
            facts,
            parameters,
            new(
                standing => standing is PlanStanding.AssignmentFailed or PlanStanding.Suspended,
                standing => standing is PlanStanding.Unclear,
                (scope, asked) => $"What licences give of {Names(asked, "and")} has arrived for {scope}.",
                (wrong, scope, what) => $"For {wrong} of {scope} a licence with {what} doesn't take effect.",
                what => $"a licence with {what} failed or is suspended",
                what => $"{what} is provisioned",
                _ => "Resolve the assignment error or renew the subscription, then have the licence processed again."));

        if (arrived.Outcome is not CheckOutcome.Pass)
        {
            return arrived;
        }

        if (!facts.Tenant.Groups.TryGet(out var groups))
        {
            return CheckResult.Unknown("The groups", facts.Tenant.Groups.Problem);
        }

        ImmutableArray<Finding> waiting = [.. groups
            .Where(group => group.LicenseProcessingState is { } state && !state.Equals("ProcessingComplete", StringComparison.OrdinalIgnoreCase))
            .Select(group => new Finding(
                group.DisplayName ?? group.Id, $"its licences are in the state {group.LicenseProcessingState}", "ProcessingComplete",
                "Wait, and have the group's licences processed again if nothing changes within a day.", "License Administrator"))];

        return waiting.IsEmpty
            ? arrived
            : CheckResult.Fail($"{Words.Count(waiting.Length, "group is", "groups are")} still giving out licences.", waiting);
    }

    public static CheckResult NeverWithout(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var needed = Asked.Of(facts.Playbook, parameters.Requirements);
        var useless = Asked.Of(facts.Playbook, parameters.UselessWithout);
        ImmutableArray<FootprintCount> holders = [.. CheckFacts.InScope(population, parameters.Audience)
            .Where(count => useless.Any(plan => plan.Standing(count) is PlanStanding.Working))];
        var lacking = People(holders, needed, standing => standing is not (PlanStanding.Working or PlanStanding.Unclear));
        var unclear = People(holders, needed, standing => standing is PlanStanding.Unclear);
        var what = Names(needed, "and");

        return (holders.Sum(count => count.People), lacking, unclear) switch
        {
            (0, _, _) => CheckResult.NotApplicable($"Nobody holds a plan that needs {what}."),
            (_, 0, 0) => CheckResult.Pass($"Everybody who holds a plan that needs {what} has it."),
            (_, 0, _) => StillUnclear(unclear, parameters.Audience, needed),
            _ => CheckResult.Fail(
                $"{Words.People(lacking, parameters.Audience)} with plans that are of no use without {what}.",
                Findings(holders, needed, parameters.Audience, standing => standing is not (PlanStanding.Working or PlanStanding.Unclear),
                    (_, plan) => ($"without {plan.Name}", $"{plan.Name} is on", plan.Remedy))),
        };
    }

    private static CheckResult Judge(CheckFacts facts, CheckParameters parameters, Rule rule)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return CheckResult.Unknown("The people", facts.Population.Problem);
        }

        var asked = Asked.Of(facts.Playbook, parameters.Requirements);
        ImmutableArray<FootprintCount> inScope = [.. CheckFacts.InScope(population, parameters.Audience)];
        var scope = inScope.Sum(count => count.People);
        var wrong = People(inScope, asked, rule.IsWrong);
        var unclear = People(inScope, asked, rule.IsUnclear);
        var everybody = Words.People(scope, parameters.Audience);

        return (scope, wrong, unclear) switch
        {
            (0, _, _) => CheckResult.NotApplicable($"The tenant has no enabled {Words.One(parameters.Audience)}."),
            (_, 0, 0) => CheckResult.Pass(rule.Fine(everybody, asked)),
            (_, 0, _) => StillUnclear(unclear, parameters.Audience, asked),
            _ => CheckResult.Fail(
                rule.Sentence(Words.Number(wrong), everybody, AnyOf(asked)),
                Findings(inScope, asked, parameters.Audience, rule.IsWrong, (_, plan) => (
                    rule.Is(plan.Name), rule.ShouldBe(plan.Name), rule.Remedy(plan)))),
        };
    }

    /// <summary>People with whom at least one of the requirements stands so; everybody counts once.</summary>
    private static int People(ImmutableArray<FootprintCount> counts, ImmutableArray<Asked> asked, Func<PlanStanding, bool> stands) =>
        counts.Where(count => asked.Any(plan => stands(plan.Standing(count)))).Sum(count => count.People);

    private static ImmutableArray<Finding> Findings(
        ImmutableArray<FootprintCount> counts,
        ImmutableArray<Asked> asked,
        Audience audience,
        Func<PlanStanding, bool> isWrong,
        Func<int, PlanRequirement, (string Is, string ShouldBe, string Remedy)> words) =>
        [.. from plan in asked
            let people = People(counts, [plan], isWrong)
            where people > 0
            let said = words(people, plan.Requirement)
            select new Finding(Words.People(people, audience), said.Is, said.ShouldBe, said.Remedy, plan.Requirement.Role)];

    private static CheckResult StillUnclear(int people, Audience audience, ImmutableArray<Asked> asked) =>
        CheckResult.Unknown($"For {Words.People(people, audience)}, {AnyOf(asked)} is in a state that this version doesn't know.");

    private static string AnyOf(ImmutableArray<Asked> asked) => asked is [var single]
        ? single.Requirement.Name
        : $"at least one of {Names(asked, "and")}";

    private static string Names(ImmutableArray<Asked> asked, string joint) => Words.List(asked.Select(plan => plan.Requirement.Name), joint);

    /// <summary>What sets two rules over the same people apart.</summary>
    private sealed record Rule(
        Func<PlanStanding, bool> IsWrong,
        Func<PlanStanding, bool> IsUnclear,
        Func<string, ImmutableArray<Asked>, string> Fine,
        Func<string, string, string, string> Sentence,
        Func<string, string> Is,
        Func<string, string> ShouldBe,
        Func<PlanRequirement, string> Remedy);

    /// <summary>A requirement and its place in the playbook, by which footprints keep the standings.</summary>
    private sealed record Asked(PlanRequirement Requirement, int Index)
    {
        public static ImmutableArray<Asked> Of(Playbook playbook, IReadOnlyList<string> ids) =>
            [.. playbook.Requirements.Select((requirement, index) => new Asked(requirement, index)).Where(plan => ids.Contains(plan.Requirement.Id))];

        public PlanStanding Standing(FootprintCount count) => count.Footprint.Read(Index);
    }
}
