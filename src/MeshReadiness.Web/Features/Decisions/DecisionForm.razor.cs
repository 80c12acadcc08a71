using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>
/// Leads through the questions of a decision and records it. Until something is touched here, the form shows what others
/// answer; from then on what was begun here stays until it is stored or given up.
/// </summary>
public sealed partial class DecisionForm
{
    private ImmutableSortedDictionary<string, string> _answers = ImmutableSortedDictionary<string, string>.Empty;
    private Note<Decision> _seen = default!;
    private string? _outcome;
    private string _reasons = "";
    private bool _isTouched;
    private SaveDecision? _save;

    /// <summary>The aid.</summary>
    [Parameter, EditorRequired] public required DecisionAid Aid { get; set; }

    /// <summary>The decision as it is by now.</summary>
    [Parameter, EditorRequired] public required Note<Decision> Note { get; set; }

    /// <summary>What was found in the tenant.</summary>
    [Parameter, EditorRequired] public required Func<DecisionFact, FoundFacts> FactsOf { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<Wish<Note<Decision>>, Task<Result<NoteChange<Decision>>>> Save { get; set; }

    /// <summary>Somebody has begun to change something.</summary>
    [Parameter, EditorRequired] public EventCallback OnTouch { get; set; }

    /// <summary>The change is stored or given up.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    private DecisionWeighing Weighing => DecisionWeighing.Of(Aid, _answers);

    private bool AreAnswersKept => _answers.SequenceEqual(_seen.Content.Answers);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!_isTouched)
        {
            Show(Note);
        }
    }

    // Answers to questions that the aid doesn't have any more go with the next change.
    private void Show(Note<Decision> note)
    {
        var known = Aid.Questions.ToDictionary(question => question.Id, question => question.Options.Select(option => option.Id).ToHashSet());
        _seen = note;
        _answers = note.Content.Answers.RemoveRange(note.Content.Answers
            .Where(answer => !known.TryGetValue(answer.Key, out var options) || !options.Contains(answer.Value)).Select(answer => answer.Key));
        (_outcome, _reasons) = (note.Content.Taken?.Outcome, note.Content.Taken?.Reasons ?? "");
    }

    private Task Answer(string questionId, string? optionId)
    {
        _answers = optionId is null ? _answers.Remove(questionId) : _answers.SetItem(questionId, optionId);
        return TouchAsync();
    }

    private Task Choose(string outcomeId)
    {
        _outcome = outcomeId;
        return TouchAsync();
    }

    private Task Type(ChangeEventArgs change)
    {
        _reasons = change.Value as string ?? "";
        return TouchAsync();
    }

    private Task TouchAsync()
    {
        var wasTouched = _isTouched;
        _isTouched = true;
        return wasTouched ? Task.CompletedTask : OnTouch.InvokeAsync();
    }

    private Task TakeAsync()
    {
        var (aid, wish) = (Aid, new DecisionWish(_answers, _outcome, _reasons));
        var (action, said) = _seen.Content.Taken is null ? ("taken", "The decision is recorded.") : ("revisited", "The decision is recorded anew.");
        return _save!.TryAsync(NoteWish.Of(
            _seen, action, $"{aid.Title} {said}", (decision, moment) => DecisionEdit.Take(decision, aid, wish, moment)));
    }

    private Task KeepAsync()
    {
        var (aid, answers) = (Aid, _answers);
        return _save!.TryAsync(NoteWish.Of(
            _seen, "answered", $"{aid.Title} Your answers are kept.", (decision, _) => DecisionEdit.Answer(decision, aid, answers)));
    }

    private Task EndAsync()
    {
        _isTouched = false;
        Show(Note);
        return OnOver.InvokeAsync();
    }
}
