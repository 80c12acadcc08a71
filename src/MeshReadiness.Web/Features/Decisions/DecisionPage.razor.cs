using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Audit;
using MeshReadiness.Web.Features.Rollouts;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>One decision: its questions with what the tenant tells beside them, or how it was decided and why.</summary>
public sealed partial class DecisionPage(FactsBeside beside, RolloutNotes<Decision> notes, AuditStore audit, Browser browser)
{
    private const int AtFirst = 20;
    private const int Most = 1000;

    private DecisionFacts? _facts;
    private ImmutableArray<AuditLine> _history = [];
    private string? _loaded;
    private bool _isMore, _isAllShown, _isEdited, _wasEdited;

    /// <summary>The decision's id.</summary>
    [Parameter] public required string Id { get; set; }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_loaded is not null && _loaded != Id)
        {
            (_isAllShown, _isEdited) = (false, false);
            await ReloadAsync();
        }

        await base.OnParametersSetAsync();
    }

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        var id = _loaded = Id;
        await base.LoadAsync(cancellationToken);

        if (View is not { } view)
        {
            return;
        }

        var facts = await beside.OfAsync(view.Playbook, cancellationToken);
        var take = _isAllShown ? Most : AtFirst;
        var history = await audit.FindAsync(new(view.Rollout.Id, Subject: id, Take: take + 1), cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            (_facts, _history, _isMore) = (facts, [.. history.Take(take)], history.Length > take);
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

    private async Task UndoAsync(AuditLine line)
    {
        Offers.Say(new(AuditWords.Of(line.Entry.Action), UndoOf(View!.Rollout.Id, line.Number)));
        await Offers.UndoAsync(Me, CancellationToken.None);
        await ReloadAsync();
    }

    private Task ShowAllAsync()
    {
        _isAllShown = true;
        return ReloadAsync();
    }

    private async Task PrintAsync() => await browser.PrintAsync();
}
