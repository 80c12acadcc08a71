using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Imports;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What a later edition of a playbook changes, in words.</summary>
internal static class EditionWords
{
    /// <summary>The change in numbers.</summary>
    public static string Of(PlaybookChange? change) => change switch
    {
        null => "what that changed can't be told, because the earlier edition was never in this portal.",
        { IsEmpty: true } => "no task is another than before.",
        _ => $"{Format.Count(change.AddedTasks.Length, "task", "tasks")} added, {Format.Number(change.ChangedTasks.Length)} changed, {Format.Number(change.RemovedTasks.Length)} removed.",
    };

    /// <summary>What a task says otherwise than before, in the order in which its page shows it.</summary>
    public static ImmutableArray<WorkDifference> Of(TaskRevision revision)
    {
        var (before, after) = (revision.Before, revision.After);

        return [.. new WorkDifference[]
        {
            new("Title", before.Title, after.Title),
            new("Done when", before.DoneWhen, after.DoneWhen),
            new("Why", before.Why, after.Why),
            new("Function", before.Function, after.Function),
            new("Role", before.Role ?? None, after.Role ?? None),
            new("Contact", before.Contact ?? None, after.Contact ?? None),
            new("Proven by", Proof(before), Proof(after)),
            new("Asked for", before.EvidenceNote, after.EvidenceNote),
            new("Export", Export(before), Export(after)),
            new("Fresh for", Format.Count(before.FreshDays, "day", "days"), Format.Count(after.FreshDays, "day", "days")),
            new("Due before the target", Format.Count(before.DaysBefore, "day", "days"), Format.Count(after.DaysBefore, "day", "days")),
            new("Experiences that wait for it", List(before.Gates), List(after.Gates)),
            new("Comes after", List(before.DependsOn), List(after.DependsOn)),
            new("Severity", before.Severity.ToString(), after.Severity.ToString()),
            new("Tools", List(before.Tools), List(after.Tools)),
            new("Source", before.Source, after.Source),
        }.Where(difference => difference.Before != difference.After)];
    }

    private const string None = "none";

    private static string Proof(PlaybookTask task) => task.Check is { } check
        ? string.Create(CultureInfo.InvariantCulture, $"{task.Evidence}, {check.Id} ({Parameters(check.Parameters)})")
        : task.Evidence.ToString();

    private static string Export(PlaybookTask task) => task.Import is { } import
        ? $"{ImportGuide.All[import.Kind].Name}, {import.Rule} ({Parameters(import.Parameters)})"
        : None;

    private static string Parameters(ImmutableDictionary<string, string> parameters) => List(parameters.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} = {one.Value}"));

    private static string List(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : None;
}
