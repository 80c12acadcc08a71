using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Rollouts;

/// <summary>How it stands with one contact at a moment, and what hangs on them.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Outreach">How far it has come.</param>
/// <param name="Tasks">The tasks that they take part in and that apply, in the playbook's order.</param>
/// <param name="IsOverdue">Whether the day for their answer is past and they have neither granted nor refused.</param>
public sealed record OutreachStanding(Contact Contact, Outreach Outreach, ImmutableArray<RolloutTask> Tasks, bool IsOverdue)
{
    /// <summary>Their tasks that aren't settled.</summary>
    public IEnumerable<RolloutTask> OpenTasks => Tasks.Where(task => !task.IsSettled);

    /// <summary>Works out how it stands with every contact, in the playbook's order.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="standing">How its tasks stand.</param>
    /// <param name="outreach">Gives what is known about a contact by its id.</param>
    /// <param name="today">The day, in UTC.</param>
    public static ImmutableArray<OutreachStanding> Of(Playbook playbook, RolloutStanding standing, Func<string, Outreach> outreach, DateOnly today) =>
        [.. playbook.Contacts.Select(contact => Of(contact, standing, outreach(contact.Id), today))];

    private static OutreachStanding Of(Contact contact, RolloutStanding standing, Outreach outreach, DateOnly today)
    {
        var ids = contact.Tasks.ToHashSet();
        return new(
            contact,
            outreach,
            [.. standing.Tasks.Where(task => ids.Contains(task.Task.Id) && task.State is not Readiness.TaskState.NotApplicable)],
            outreach.Due < today && !outreach.IsAnswered);
    }
}
