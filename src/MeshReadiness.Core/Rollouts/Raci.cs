using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Rollouts;

/// <summary>
/// Who takes which part in every task of a rollout that applies. It follows from what is there already and is never kept:
/// <list type="bullet">
/// <item>Responsible is the contact who sees to the task, or the rollout's own team where the playbook names none.</item>
/// <item>Accountable is the task's owner.</item>
/// <item>Consulted are the other contacts who take part in the task.</item>
/// <item>Informed are the contacts who are responsible for a task that waits for this one, and aren't consulted already.</item>
/// </list>
/// </summary>
/// <param name="Contacts">The contacts, in the playbook's order.</param>
/// <param name="Rows">The tasks that apply, in the playbook's order.</param>
/// <param name="Gaps">What is missing, the gravest first.</param>
public sealed record Raci(ImmutableArray<OutreachStanding> Contacts, ImmutableArray<RaciRow> Rows, ImmutableArray<RaciGap> Gaps)
{
    /// <summary>Works it out.</summary>
    /// <param name="standing">How the tasks stand.</param>
    /// <param name="contacts">How it stands with the contacts.</param>
    public static Raci Of(RolloutStanding standing, ImmutableArray<OutreachStanding> contacts)
    {
        var heldUp = standing.Tasks.SelectMany(task => task.Task.DependsOn.Select(id => (Before: id, task.Task.Contact)))
            .ToLookup(pair => pair.Before, pair => pair.Contact);
        ImmutableArray<RaciRow> rows =
        [
            .. standing.Tasks.Where(task => task.State is not TaskState.NotApplicable)
                .Select(task => new RaciRow(task, Parts(task, contacts, heldUp[task.Task.Id]))),
        ];

        return new(contacts, rows, [.. RaciGaps.Of(rows, contacts)]);
    }

    private static ImmutableDictionary<string, RaciParts> Parts(RolloutTask task, ImmutableArray<OutreachStanding> contacts, IEnumerable<string?> informed) => contacts
        .Select(one => (one.Contact.Id, Parts: Part(task.Task, one.Contact, informed.Contains(one.Contact.Id)) | Owns(task, one.Outreach)))
        .Where(one => one.Parts is not RaciParts.None)
        .ToImmutableDictionary(one => one.Id, one => one.Parts);

    private static RaciParts Part(PlaybookTask task, Contact contact, bool isInformed) =>
        task.Contact == contact.Id ? RaciParts.Responsible
        : contact.Tasks.Contains(task.Id) ? RaciParts.Consulted
        : isInformed ? RaciParts.Informed
        : RaciParts.None;

    private static RaciParts Owns(RolloutTask task, Outreach outreach) =>
        outreach.Person?.ObjectId is { } id && task.Work.Owner?.ObjectId == id ? RaciParts.Accountable : RaciParts.None;
}

/// <summary>A task with the parts that contacts take in it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Parts">The parts, by the contact's id; who takes none is left out.</param>
public sealed record RaciRow(RolloutTask Task, ImmutableDictionary<string, RaciParts> Parts)
{
    /// <summary>Whether the rollout's own team is responsible.</summary>
    public bool IsOwnTeam => Task.Task.Contact is null;

    /// <summary>What a contact does in it.</summary>
    public RaciParts Of(string contactId) => Parts.GetValueOrDefault(contactId);
}

/// <summary>The parts that somebody can take in a task. A contact whose person owns the task is accountable beside their other part.</summary>
[Flags]
public enum RaciParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Does the work.</summary>
    Responsible = 1,

    /// <summary>Answers for it that the work is done.</summary>
    Accountable = 2,

    /// <summary>Is asked before.</summary>
    Consulted = 4,

    /// <summary>Is told afterwards.</summary>
    Informed = 8,
}
