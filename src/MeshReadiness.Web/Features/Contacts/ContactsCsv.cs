using System.Globalization;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>Contacts and who does what, as tables for a spreadsheet.</summary>
internal static class ContactsCsv
{
    /// <summary>One line for each contact.</summary>
    public static IResult Contacts(ContactsView view) => Csv.File(
        "contacts.csv",
        [
            "Id", "Contact", "Kind", "Function", "Entra role", "Needed", "Person", "Mail", "State", "Asked", "Asked at (UTC)", "Answer needed by", "Overdue",
            "Answer", "Tasks", "Open tasks",
        ],
        view.Contacts.Select(one => (IEnumerable<string>)
        [
            one.Contact.Id, one.Contact.Name, one.Contact.Kind is ContactKind.SupportingTeam ? "Supporting team" : "Stakeholder", one.Contact.Function,
            one.Contact.Role ?? "", one.Contact.Asked, one.Outreach.Person?.Name ?? "", one.Outreach.Person?.Mail ?? "", Tones.Of(one.Outreach.State).Word,
            one.Outreach.Asked ?? "", one.Outreach.AskedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
            one.Outreach.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", one.IsOverdue ? "yes" : "no", one.Outreach.Answer ?? "",
            one.Tasks.Length.ToString(CultureInfo.InvariantCulture), one.OpenTasks.Count().ToString(CultureInfo.InvariantCulture),
        ]));

    /// <summary>One line for each task, one column for each contact.</summary>
    public static IResult Raci(ContactsView view)
    {
        var raci = Core.Rollouts.Raci.Of(view.View.Standing, view.Contacts);

        return Csv.File(
            "raci.csv",
            ["Step", "Id", "Task", "State", "Accountable", "Own team", .. raci.Contacts.Select(one => one.Contact.Name)],
            RaciSteps.Of(raci, view.View.Playbook.Steps).SelectMany(step => step.Rows.Select(row => (IEnumerable<string>)
            [
                $"{step.Step.Number}. {step.Step.Title}", row.Task.Task.Id, row.Task.Task.Title, Tones.Of(row.Task.State).Word,
                row.Task.Work.Owner?.DisplayName ?? "", row.IsOwnTeam ? "R" : "",
                .. raci.Contacts.Select(one => RaciWords.Letters(row.Of(one.Contact.Id))),
            ])));
    }
}
