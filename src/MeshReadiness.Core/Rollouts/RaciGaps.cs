using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>Something that is missing among the people of a rollout. Tasks that are settled miss nobody.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Contact">The contact that it is about; <see langword="null"/> where it is about tasks only.</param>
/// <param name="Tasks">The open tasks that hang on it.</param>
/// <param name="Sentence">What is missing, in one sentence.</param>
public sealed record RaciGap(RaciGapKind Kind, Contact? Contact, ImmutableArray<RolloutTask> Tasks, string Sentence);

/// <summary>What can be missing, the gravest first.</summary>
public enum RaciGapKind
{
    /// <summary>A contact has said no and is responsible for tasks that are open.</summary>
    Refused,

    /// <summary>A contact's answer is overdue and open tasks hang on it.</summary>
    Unanswered,

    /// <summary>A contact takes part in open tasks, and nobody is named.</summary>
    Unnamed,

    /// <summary>Open tasks have no owner, so nobody is accountable.</summary>
    Unowned,
}

/// <summary>Finds the gaps.</summary>
internal static class RaciGaps
{
    public static IEnumerable<RaciGap> Of(ImmutableArray<RaciRow> rows, ImmutableArray<OutreachStanding> contacts)
    {
        ImmutableArray<RolloutTask> unowned = [.. rows.Select(row => row.Task).Where(task => !task.IsSettled && task.Work.Owner is null)];

        return contacts.SelectMany(Of).OrderBy(gap => gap.Kind).Concat(unowned.IsEmpty ? [] :
            [new(RaciGapKind.Unowned, null, unowned, $"{Words.Count(unowned.Length, "open task has", "open tasks have")} no owner: nobody is accountable.")]);
    }

    private static IEnumerable<RaciGap> Of(OutreachStanding one)
    {
        ImmutableArray<RolloutTask> open = [.. one.OpenTasks];
        ImmutableArray<RolloutTask> responsible = [.. open.Where(task => task.Task.Contact == one.Contact.Id)];

        if (one.Outreach.State is OutreachState.Refused && !responsible.IsEmpty)
        {
            yield return new(RaciGapKind.Refused, one.Contact, responsible,
                $"{one.Contact.Name} said no, and {Words.Count(responsible.Length, "task that they see to is", "tasks that they see to are")} open.");
        }

        if (one is { IsOverdue: true, Outreach.Due: { } due } && !open.IsEmpty)
        {
            yield return new(RaciGapKind.Unanswered, one.Contact, open,
                $"The answer of {one.Contact.Name} was due on {due.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, and {Words.Count(open.Length, "open task hangs", "open tasks hang")} on it.");
        }

        if (one.Outreach.Person is null && !open.IsEmpty)
        {
            yield return new(RaciGapKind.Unnamed, one.Contact, open,
                $"{one.Contact.Name}: nobody is named, and {Words.Count(open.Length, "open task hangs", "open tasks hang")} on them.");
        }
    }
}
