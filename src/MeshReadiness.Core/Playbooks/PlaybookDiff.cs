using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Compares two versions of a playbook.</summary>
public static class PlaybookDiff
{
    /// <summary>What the later version changes, or why the two can't follow each other.</summary>
    public static Result<PlaybookChange> Between(Playbook before, Playbook after)
    {
        if (before.Id != after.Id)
        {
            return new Problem(ProblemKind.Invalid, $"{before.Id} and {after.Id} are two playbooks, not two versions of one.");
        }

        if (before.Version >= after.Version)
        {
            return new Problem(
                ProblemKind.Invalid, $"Version {after.Version} of {after.Id} can't follow version {before.Version}; a rollout only moves to a higher one.");
        }

        var (tasksBefore, tasksAfter) = (before.Tasks.ToDictionary(task => task.Id), after.Tasks.ToDictionary(task => task.Id));
        var (stepsBefore, stepsAfter) = (before.Steps.ToDictionary(step => step.Number), after.Steps.ToDictionary(step => step.Number));

        return new PlaybookChange(
            after.Id,
            before.Version,
            after.Version,
            [.. after.Tasks.Where(task => !tasksBefore.ContainsKey(task.Id))],
            [.. from task in after.Tasks
                where tasksBefore.TryGetValue(task.Id, out var old) && !Same(old, task)
                select new TaskRevision(tasksBefore[task.Id], task)],
            [.. before.Tasks.Where(task => !tasksAfter.ContainsKey(task.Id))],
            [.. stepsAfter.Keys.Except(stepsBefore.Keys)],
            [.. from step in after.Steps
                where stepsBefore.TryGetValue(step.Number, out var old) && !Same(old, step)
                select step.Number],
            [.. stepsBefore.Keys.Except(stepsAfter.Keys)],
            [.. after.Steps.Select(step => new StepOutline(step.Number, step.Title, step.Purpose, [.. step.Tasks.Select(task => task.Id)]))]);
    }

    private static bool Same(Step one, Step other) =>
        one with { Tasks = [] } == other with { Tasks = [] } && one.Tasks.Select(task => task.Id).SequenceEqual(other.Tasks.Select(task => task.Id));

    // Records compare lists by identity; so the lists are compared one by one, and all the rest, new properties included, at once.
    private static bool Same(PlaybookTask one, PlaybookTask other) =>
        WithoutLists(one) == WithoutLists(other)
        && one.Gates.SequenceEqual(other.Gates)
        && one.DependsOn.SequenceEqual(other.DependsOn)
        && one.Tools.SequenceEqual(other.Tools)
        && one.Check?.Id == other.Check?.Id
        && Same(one.Check?.Parameters, other.Check?.Parameters)
        && (one.Import?.Kind, one.Import?.Rule) == (other.Import?.Kind, other.Import?.Rule)
        && Same(one.Import?.Parameters, other.Import?.Parameters);

    private static PlaybookTask WithoutLists(PlaybookTask task) => task with { Gates = [], DependsOn = [], Tools = [], Check = null, Import = null };

    private static bool Same(ImmutableDictionary<string, string>? one, ImmutableDictionary<string, string>? other) => one is null || other is null
        ? one is null && other is null
        : one.Count == other.Count && one.All(parameter => other.GetValueOrDefault(parameter.Key) == parameter.Value);
}
