using System.Collections.Frozen;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Checks;

/// <summary>A rule that reads the snapshot and answers a task.</summary>
/// <param name="facts">What there is to look at.</param>
/// <param name="parameters">What the playbook tells the rule.</param>
public delegate CheckResult Check(CheckFacts facts, CheckParameters parameters);

/// <summary>All rules that a playbook can name, by id.</summary>
public static class CheckRules
{
    /// <summary>The rules by id, each with the names of the parameters that it needs.</summary>
    public static FrozenDictionary<string, CheckDefinition> All { get; } = new CheckDefinition[]
    {
        new("tenant-kind", [], (facts, _) => TenantChecks.Kind(facts)),
        new("policies-known", [], (facts, _) => TenantChecks.PoliciesKnown(facts)),
        new("seats-available", [CheckParameters.RequirementName], SeatChecks.Available),
        new("requirement-met", [CheckParameters.RequirementName, CheckParameters.AudienceName], RequirementChecks.Met) { TakesSeveral = true },
        new("requirement-not-switched-off", [CheckParameters.RequirementName, CheckParameters.AudienceName], RequirementChecks.NotSwitchedOff) { TakesSeveral = true },
        new("requirement-never-without", [CheckParameters.RequirementName, CheckParameters.WithoutName, CheckParameters.AudienceName], RequirementChecks.NeverWithout)
        {
            TakesSeveral = true,
        },
        new("usage-location-set", [], (facts, _) => PeopleChecks.UsageLocationSet(facts)),
        new("licence-errors-clear", [], (facts, _) => PeopleChecks.LicenceErrorsClear(facts)),
        new("guests-accepted", [], (facts, _) => PeopleChecks.GuestsAccepted(facts)),
        new("licensed-by-group", [], (facts, _) => PeopleChecks.LicensedByGroup(facts)),
    }.ToFrozenDictionary(definition => definition.Id);

    /// <summary>Answers a task. The reader of playbooks has made sure that the rule exists and has its parameters.</summary>
    public static CheckResult Run(CheckReference reference, CheckFacts facts) =>
        All[reference.Id].Rule(facts, new CheckParameters(reference.Parameters));
}

/// <summary>A rule and what a playbook has to tell it.</summary>
/// <param name="Id">The name that playbooks use.</param>
/// <param name="Parameters">The names of the parameters, all needed.</param>
/// <param name="Rule">The rule itself.</param>
public sealed record CheckDefinition(string Id, IReadOnlyList<string> Parameters, Check Rule)
{
    /// <summary>Whether the rule can look at several requirements at once; a person must then meet all of them.</summary>
    public bool TakesSeveral { get; init; }
}
