using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>A symptom with its causes: what each means, what to do and who does it; for one person also how likely it is.</summary>
public sealed partial class SymptomView(Playbook playbook)
{
    private const int MostNames = 4;

    /// <summary>The symptom.</summary>
    [Parameter, EditorRequired] public required Symptom Symptom { get; set; }

    /// <summary>Its answer for one person; <see langword="null"/> when it is shown for itself.</summary>
    [Parameter] public SymptomAnswer? Answer { get; set; }

    /// <summary>Whether the causes are shown at once.</summary>
    [Parameter] public bool IsOpen { get; set; }

    private IEnumerable<CauseAnswer> Answers => Answer?.Causes ?? [.. Symptom.Causes.Select(cause => new CauseAnswer(cause, Likelihood.Possible, null))];

    private string Below => string.Join(" · ", Symptom.Codes.Concat(Where));

    // A symptom of everything says nothing by naming it all.
    private IEnumerable<string> Where => playbook.Experiences.Where(one => Symptom.Experiences.Contains(one.Id)).Select(one => one.Name).ToList() switch
    {
        { Count: > MostNames } all => all.Take(MostNames - 1).Append($"{all.Count - MostNames + 1} more"),
        var few => few,
    };

    private string ContactName(string id) => playbook.Contacts.FirstOrDefault(contact => contact.Id == id)?.Name ?? id;

    private List<PlaybookTask> TasksOf(SymptomCause cause) => [.. playbook.Tasks.Where(task => cause.Tasks.Contains(task.Id))];
}
