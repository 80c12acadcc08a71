using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>One decision: its questions with what the tenant tells beside them, or how it was decided and why.</summary>
public sealed partial class DecisionPage(FactsBeside beside, RolloutNotes<Decision> notes, AuditStore audit, Browser browser)
{
    private readonly ShownHistory _history = new(audit);
    private DecisionFacts? _facts;
    private bool _isEdited, _wasEdited;

    /// <summary>The decision's id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override string? Thing => Id;

    /// <inheritdoc />
    protected override void Forget()
    {
        _history.Forget();
        _isEdited = false;
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view)
        {
            return;
        }

        var facts = await beside.OfAsync(view.Playbook, cancellationToken);
        await _history.LoadAsync(view.Rollout.Id, id, cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            _facts = facts;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Before the record has been rendered there is nothing to move the focus to.
        if (_wasEdited)
        {
            _wasEdited = false;
            await browser.FocusAsync("#revisit");
        }
    }

    private static string Purpose(DecisionAid aid) =>
        $"{Format.Count(aid.Questions.Length, "question leads", "questions lead")} to a decision that no fact can make. What your answers come to is a proposal; you decide.";

    private ImmutableArray<WorkDifference>? DifferencesOf(AuditEntry entry) =>
        Playbook.Decisions.FirstOrDefault(one => one.Id == Id) is { } aid
            ? HistoryWords.Differences(entry, notes, (before, after) => DecisionWords.Differences(aid, before, after))
            : null;

    private void Edit() => _isEdited = true;

    private void End() => (_isEdited, _wasEdited) = (false, true);

    private Task UndoAsync(AuditLine line) => UndoAsync(line, UndoOf(View!.Rollout.Id, line.Number));

    private Task ShowAllAsync()
    {
        _history.ShowMore();
        return ReloadAsync();
    }

    private async Task PrintAsync() => await browser.PrintAsync();
}
