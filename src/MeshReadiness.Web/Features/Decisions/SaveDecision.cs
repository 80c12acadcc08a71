using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>Makes a form's change of a decision.</summary>
public sealed class SaveDecision(TimeProvider time) : EditOutcome<Note<Decision>, NoteChange<Decision>>(time)
{
    /// <summary>The aid.</summary>
    [Parameter, EditorRequired] public required DecisionAid Aid { get; set; }

    /// <inheritdoc />
    protected override string What => "decision";

    /// <inheritdoc />
    protected override ImmutableArray<WorkDifference> Differences(Note<Decision> before, Note<Decision> after) =>
        DecisionWords.Differences(Aid, before.Content, after.Content);
}
