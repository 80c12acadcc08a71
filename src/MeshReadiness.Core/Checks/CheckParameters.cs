using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Checks;

/// <summary>What a playbook tells a rule.</summary>
/// <param name="values">The parameters by name.</param>
public sealed class CheckParameters(ImmutableDictionary<string, string> values)
{
    /// <summary>Names the requirement to look at; rules that say so take several, separated by commas.</summary>
    public const string RequirementName = "requirement";

    /// <summary>Names requirements, separated by commas, that are of no use without the other.</summary>
    public const string WithoutName = "uselessWithout";

    /// <summary>Names the audience: members, guests or everyone.</summary>
    public const string AudienceName = "audience";

    /// <summary>Names directory roles, separated by commas, of which one is enough.</summary>
    public const string RolesName = "roles";

    /// <summary>Names an app in the Teams catalogue.</summary>
    public const string AppName = "app";

    /// <summary>Names a kind of Teams policy.</summary>
    public const string PolicyName = "policy";

    /// <summary>The id of the requirement to look at, for rules that take one.</summary>
    public string Requirement => values[RequirementName];

    /// <summary>The ids of the requirements to look at, for rules that take several.</summary>
    public IReadOnlyList<string> Requirements => Split(values[RequirementName]);

    /// <summary>The ids of the requirements that are of no use without the other.</summary>
    public IReadOnlyList<string> UselessWithout => Split(values[WithoutName]);

    /// <summary>Whom the rule is about.</summary>
    public Audience Audience => Enum.Parse<Audience>(values[AudienceName], ignoreCase: true);

    /// <summary>The names of the roles of which one is enough.</summary>
    public IReadOnlyList<string> Roles => Split(values[RolesName]);

    /// <summary>The name of the app in the Teams catalogue.</summary>
    public string App => values[AppName];

    /// <summary>The kind of Teams policy.</summary>
    public string Policy => values[PolicyName];

    /// <summary>Takes a list of ids apart.</summary>
    public static IReadOnlyList<string> Split(string ids) => ids.Split(',', StringSplitOptions.TrimEntries);
}
