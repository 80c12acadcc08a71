using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>A decision as it was taken: what, by whom, when, why, and what led to it.</summary>
public sealed partial class DecisionRecord
{
    private SaveDecision? _save;

    /// <summary>The aid.</summary>
    [Parameter, EditorRequired] public required DecisionAid Aid { get; set; }

    /// <summary>The decision as it is by now.</summary>
    [Parameter, EditorRequired] public required Note<Decision> Note { get; set; }

    /// <summary>What was decided.</summary>
    [Parameter, EditorRequired] public required DecisionTaken Taken { get; set; }

    /// <summary>The task that records it.</summary>
    [Parameter] public RolloutTask? Task { get; set; }

    /// <summary>Addresses that keep the chosen rollout.</summary>
    [Parameter, EditorRequired] public required RolloutLinks Links { get; set; }

    /// <summary>What was found in the tenant.</summary>
    [Parameter, EditorRequired] public required Func<DecisionFact, FoundFacts> FactsOf { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<Wish<Note<Decision>>, Task<Result<NoteChange<Decision>>>> Save { get; set; }

    /// <summary>Somebody wants to decide anew.</summary>
    [Parameter, EditorRequired] public EventCallback OnRevisit { get; set; }

    private DecisionWeighing Weighing => DecisionWeighing.Of(Aid, Note.Content.Answers);

    private DecisionOutcome? Outcome => Aid.Outcomes.FirstOrDefault(outcome => outcome.Id == Taken.Outcome);

    private string SpeaksFor(DecisionOption option) =>
        Aid.Outcomes.FirstOrDefault(outcome => outcome.Id == option.SpeaksFor) is { } outcome ? $"Speaks for “{outcome.Name}”." : "Fits every outcome.";

    private Task ReopenAsync() => _save!.TryAsync(NoteWish.Of(
        Note, "reopened", $"{Aid.Title} The decision is taken back.", (decision, _) => DecisionEdit.Reopen(decision)));
}
