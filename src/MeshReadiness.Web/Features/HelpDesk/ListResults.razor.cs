using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>The answers to a list, for one experience at a time.</summary>
public sealed partial class ListResults
{
    private const string Everybody = "all", Missing = "missing";

    private static readonly (string Word, string Text)[] Choices =
    [
        (Everybody, "everybody"), (nameof(Verdict.NotReady), "not ready"), (nameof(Verdict.Unknown), "unknown"),
        (nameof(Verdict.Ready), "ready"), (nameof(Verdict.NotApplicable), "not for them"), (Missing, "not found"),
    ];

    private ListAnswer? _read;
    private List<ListedRow> _judged = [];
    private Dictionary<string, int> _counts = [];
    private string _experience = "", _shown = Everybody;

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired] public required ListAnswer Answer { get; set; }

    /// <summary>The playbook whose experiences are judged.</summary>
    [Parameter, EditorRequired] public required Playbook Playbook { get; set; }

    private string Summary
    {
        get
        {
            var (found, several) = (Answer.Lines.Count(line => line.Total > 0), Answer.Lines.Count(line => line.Total > 1));
            return $"{Format.Number(found)} of {Format.Count(Answer.Lines.Length, "line names", "lines name")} somebody{(several == 0 ? "." : $", {Format.Number(several)} of them more than one person.")}";
        }
    }

    private List<ListedRow> Rows => _shown == Everybody ? _judged : [.. _judged.Where(row => row.Word == _shown)];

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_read, Answer))
        {
            _read = Answer;
            Judge(Playbook.Experiences.Any(one => one.Id == _experience) ? _experience : Playbook.Experiences[0].Id);
        }
    }

    private void Judge(string experience)
    {
        _experience = experience;
        _judged = [.. Answer.Lines.SelectMany(line => line.People
            .Select(person => new ListedRow(line, person, person.Verdicts.FirstOrDefault(verdict => verdict.Experience == experience)))
            .DefaultIfEmpty(new(line, null, null)))];
        _counts = _judged.GroupBy(row => row.Word).ToDictionary(group => group.Key, group => group.Count());
        _counts[Everybody] = _judged.Count;
    }

    private sealed record ListedRow(LineAnswer Line, PersonAnswerRow? Person, ListedVerdict? Verdict)
    {
        public string Word => Verdict is { } told ? $"{told.Verdict}" : Missing;
    }
}
