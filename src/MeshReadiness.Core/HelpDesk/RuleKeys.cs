using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// Finds the words for a reason's code. A file has one text for a rule, not one for each requirement, experience or
/// action: <c>{requirement}:missing</c> serves <c>teams:missing</c> and <c>mesh:missing</c>. An entry with the whole code comes first.
/// </summary>
public static class RuleKeys
{
    /// <summary>Stands for the id of a requirement.</summary>
    public const string Requirement = "{requirement}";

    /// <summary>Stands for the id of an experience.</summary>
    public const string Experience = "{experience}";

    /// <summary>Stands for the id of an action.</summary>
    public const string Action = "{action}";

    /// <summary>The keys to look under, best first.</summary>
    public static IEnumerable<string> Of(string code, Playbook playbook)
    {
        yield return code;

        if (code.Split(':') is not [var before, var after])
        {
            yield break;
        }

        if (RequirementOf(code, playbook) is not null)
        {
            yield return $"{Requirement}:{after}";
        }
        else if (playbook.Experiences.Any(one => one.Id == after))
        {
            yield return $"{before}:{Experience}";
        }
        else if (playbook.Access.Any(one => one.Id == after))
        {
            yield return $"{before}:{Action}";
        }
    }

    /// <summary>The requirement that a code is about; <see langword="null"/> where it is about something else.</summary>
    public static PlanRequirement? RequirementOf(string code, Playbook playbook) =>
        playbook.Requirements.FirstOrDefault(one => code.StartsWith(one.Id + ":", StringComparison.Ordinal));
}
