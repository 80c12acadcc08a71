using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>The rows of a RACI as pages and files show them.</summary>
internal static class RaciSteps
{
    /// <summary>What stands where a settled task has no owner.</summary>
    private const string Settled = "–";

    /// <summary>The rows by step; steps without any are left out.</summary>
    public static IEnumerable<(Step Step, ImmutableArray<RaciRow> Rows)> Of(Raci raci, ImmutableArray<Step> steps)
    {
        var rows = raci.Rows.ToDictionary(row => row.Task.Task.Id);
        return steps
            .Select(step => (step, Rows: step.Tasks.Select(task => rows.GetValueOrDefault(task.Id)).OfType<RaciRow>().ToImmutableArray()))
            .Where(one => !one.Rows.IsEmpty);
    }

    /// <summary>Who is accountable.</summary>
    public static string Accountable(RaciRow row) => row.Task.Work.Owner?.DisplayName ?? (row.Task.IsSettled ? Settled : "Nobody");

    /// <summary>Everybody who takes a part in a task, by name.</summary>
    public static string Names(Raci raci, RaciRow row, RaciParts part) => part is RaciParts.Accountable
        ? Accountable(row)
        : string.Join(", ", new[] { part is RaciParts.Responsible && row.IsOwnTeam ? $"Own team: {row.Task.Task.Function}" : null }.OfType<string>()
            .Concat(raci.Contacts.Where(contact => row.Of(contact.Contact.Id).HasFlag(part)).Select(contact =>
                contact.Outreach.Person is { } person ? $"{contact.Contact.Name} ({person.Name})" : contact.Contact.Name)));
}
