using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The experiences that wait for a task, by name.</summary>
internal static class GateWords
{
    private const string All = "all";

    public static IEnumerable<string> Names(PlaybookTask task, Playbook playbook) => task.Gates.Contains(All)
        ? ["Every experience"]
        : playbook.Experiences.Where(experience => task.Gates.Contains(experience.Gate)).Select(experience => experience.Name);
}
