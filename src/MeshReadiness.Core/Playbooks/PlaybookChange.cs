using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>
/// What the next version of a playbook does to a rollout that follows the one before: people's work hangs on tasks,
/// so tasks and steps are what it tells about. Everything else in a playbook is simply replaced.
/// </summary>
/// <param name="Playbook">The playbook's id.</param>
/// <param name="From">The version before.</param>
/// <param name="To">The version after.</param>
/// <param name="AddedTasks">Tasks that are new, in their order.</param>
/// <param name="ChangedTasks">Tasks that say something else than before, in their order.</param>
/// <param name="RemovedTasks">Tasks that are gone, in their old order.</param>
/// <param name="AddedSteps">The numbers of steps that are new.</param>
/// <param name="ChangedSteps">The numbers of steps with another title, purpose or list of tasks.</param>
/// <param name="RemovedSteps">The numbers of steps that are gone.</param>
/// <param name="Outline">All steps after the change, each with its tasks by id.</param>
public sealed record PlaybookChange(
    string Playbook,
    int From,
    int To,
    ImmutableArray<PlaybookTask> AddedTasks,
    ImmutableArray<TaskRevision> ChangedTasks,
    ImmutableArray<PlaybookTask> RemovedTasks,
    ImmutableArray<int> AddedSteps,
    ImmutableArray<int> ChangedSteps,
    ImmutableArray<int> RemovedSteps,
    ImmutableArray<StepOutline> Outline)
{
    /// <summary>Whether tasks and steps are as before.</summary>
    public bool IsEmpty => AddedTasks.IsEmpty && ChangedTasks.IsEmpty && RemovedTasks.IsEmpty
        && AddedSteps.IsEmpty && ChangedSteps.IsEmpty && RemovedSteps.IsEmpty;

    /// <summary>The playbook before, with the version, steps and tasks after.</summary>
    /// <exception cref="ArgumentException">It isn't the playbook, or not the version, that the change starts from.</exception>
    public Playbook ApplyTo(Playbook before)
    {
        if ((before.Id, before.Version) != (Playbook, From))
        {
            throw new ArgumentException($"The change starts from version {From} of {Playbook}, and this is version {before.Version} of {before.Id}.", nameof(before));
        }

        var tasks = before.Tasks.Concat(AddedTasks).ToDictionary(task => task.Id);

        foreach (var change in ChangedTasks)
        {
            tasks[change.After.Id] = change.After;
        }

        return before with
        {
            Version = To,
            Steps = [.. Outline.Select(step => new Step(step.Number, step.Title, step.Purpose, [.. step.Tasks.Select(id => tasks[id])]))],
        };
    }
}

/// <summary>A task that says something else than before.</summary>
/// <param name="Before">What it said.</param>
/// <param name="After">What it says now, under the same id.</param>
public sealed record TaskRevision(PlaybookTask Before, PlaybookTask After);

/// <summary>A step without the words of its tasks.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Title">A few words.</param>
/// <param name="Purpose">One sentence: why this step exists.</param>
/// <param name="Tasks">Its tasks by id, in order.</param>
public sealed record StepOutline(int Number, string Title, string Purpose, ImmutableArray<string> Tasks);
