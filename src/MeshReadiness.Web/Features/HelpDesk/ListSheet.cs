using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>What works for the people of a list, as a spreadsheet: one row for each person, and one for each line that names nobody.</summary>
internal static class ListSheet
{
    /// <summary>The file's name.</summary>
    public const string Name = "people.csv";

    private const string NotFound = "not found";

    /// <summary>The columns: two for each experience.</summary>
    public static IEnumerable<string> Columns(Playbook playbook) =>
    [
        "Line", "Found", "Name", "Sign-in name", "Mail", "Object id", "Department", "Country",
        .. playbook.Experiences.SelectMany(experience => new[] { experience.Name, $"{experience.Name}: reason" }),
    ];

    /// <summary>The rows.</summary>
    public static IEnumerable<IEnumerable<string>> Rows(ListAnswer answer, Playbook playbook) => answer.Lines.SelectMany(line => line.People.IsEmpty
        ? [[line.Line, NotFound, .. Enumerable.Repeat("", 6 + (2 * playbook.Experiences.Length))]]
        : line.People.Select(person => Cells(line, person)));

    private static IEnumerable<string> Cells(LineAnswer line, PersonAnswerRow row)
    {
        var person = row.Person;
        return
        [
            line.Line, line.Total == 1 ? "found" : $"one of {line.Total}", person.DisplayName ?? "", person.UserPrincipalName ?? "", person.Mail ?? "", person.Id,
            person.Department ?? "", person.Country ?? "",
            .. row.Verdicts.SelectMany(verdict => new[] { Format.Word(verdict.Verdict), verdict.Reason }),
        ];
    }
}
