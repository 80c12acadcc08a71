using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>One organisation on its way through one playbook.</summary>
/// <param name="Id">The rollout's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="PlaybookId">The playbook that it follows.</param>
/// <param name="PlaybookVersion">That playbook's version when the rollout was last brought up to date.</param>
/// <param name="Experiences">The ids of the experiences that are wanted.</param>
/// <param name="TargetDate">When it should be over; due dates are suggested backwards from it.</param>
/// <param name="IsArchived">Whether it is only kept for reading.</param>
/// <param name="Version">Counts up with every change, so that of two people who change it at once, the second one learns of the first.</param>
public sealed record Rollout(
    Guid Id,
    string Name,
    string PlaybookId,
    int PlaybookVersion,
    ImmutableArray<string> Experiences,
    DateOnly? TargetDate,
    bool IsArchived,
    int Version)
{
    /// <summary>The gate word of tasks that every experience waits for.</summary>
    public const string AllGates = "all";

    /// <summary>Whether an experience that is wanted waits for this task.</summary>
    public bool Wants(PlaybookTask task, Playbook playbook) =>
        task.Gates.Contains(AllGates)
        || playbook.Experiences.Any(experience => Experiences.Contains(experience.Id) && task.Gates.Contains(experience.Gate));

    /// <summary>When a task should be done for the target date to hold; nothing without a target date.</summary>
    public DateOnly? SuggestedDue(PlaybookTask task) => TargetDate?.AddDays(-task.DaysBefore);
}
