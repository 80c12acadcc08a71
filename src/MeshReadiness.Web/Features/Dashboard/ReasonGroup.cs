using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>One reason over all experiences that it stands in the way of.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="People">People it keeps from at least one experience.</param>
/// <param name="Experiences">The experiences it touches, the most touched first.</param>
public sealed record ReasonGroup(Reason Reason, int People, ImmutableArray<Experience> Experiences)
{
    /// <summary>All reasons: what is known to be wrong before what is unknown, and of each the most frequent first.</summary>
    public static ImmutableArray<ReasonGroup> All(ReadinessReport report, Playbook playbook) =>
        [.. report.Reasons
            .GroupBy(count => count.Reason.Code)
            .Select(group => new ReasonGroup(
                group.First().Reason,
                group.First(count => count.ExperienceId == ReasonCount.Anywhere).People,
                [.. group.Where(count => count.ExperienceId != ReasonCount.Anywhere).OrderByDescending(count => count.People)
                    .Select(count => playbook.Experiences.First(experience => experience.Id == count.ExperienceId))]))
            .OrderBy(group => group.Reason.Verdict).ThenByDescending(group => group.People).ThenByDescending(group => group.Experiences.Length)];

    /// <summary>The known obstacle that keeps most people out; disabled accounts are no obstacle anybody wants removed.</summary>
    public static ReasonGroup? Biggest(ReadinessReport report, Playbook playbook) => All(report, playbook)
        .FirstOrDefault(group => group.Reason is { Verdict: Verdict.NotReady, Remedy: not null } and not { Code: "account-disabled" });

    /// <summary>Where the people behind the number are listed.</summary>
    public string Address => $"/help-desk?reason={Uri.EscapeDataString(Reason.Code)}";
}
