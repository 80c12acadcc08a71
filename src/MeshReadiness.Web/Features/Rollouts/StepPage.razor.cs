using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A step's tasks, edited where they stand, one by one or several at once. Which ones are shown stands in the address.</summary>
public sealed partial class StepPage(Browser browser)
{
    private ImmutableDictionary<string, TaskWork> _selected = ImmutableDictionary<string, TaskWork>.Empty;
    private string? _edited;
    private bool _isBulkOpen;
    private int _shownStep;

    /// <summary>The step's number, from 1 on.</summary>
    [Parameter] public int Number { get; set; }

    /// <summary>Only tasks that stand like this.</summary>
    [SupplyParameterFromQuery] public string? State { get; set; }

    private RolloutStep? Standing => View?.Standing.Steps.FirstOrDefault(step => step.Step.Number == Number);

    private string? Filter => StateFilter.Read(State);

    // A task that is being edited stays, also when it doesn't stand like this any more.
    private ImmutableArray<RolloutTask> Shown =>
        [.. Standing?.Tasks.Where(task => task.Task.Id == _edited || StateFilter.Fits(task, Filter)) ?? []];

    private bool IsAllSelected => !Shown.IsEmpty && Shown.All(task => _selected.ContainsKey(task.Task.Id));

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        if (_shownStep != Number)
        {
            (_shownStep, _edited) = (Number, null);
            EndBulk();
        }

        return base.OnParametersSetAsync();
    }

    private string Neighbour(int distance) =>
        Playbook.Steps.Any(step => step.Number == Number + distance) ? Links.Step(Number + distance) : Links.Overview;

    // The work as it is seen now goes along, so that a later change by somebody else is noticed.
    private void Select(RolloutTask task, bool isSelected) =>
        _selected = isSelected ? _selected.SetItem(task.Task.Id, task.Work) : _selected.Remove(task.Task.Id);

    private void SelectAll(bool isSelected) =>
        _selected = isSelected ? Shown.ToImmutableDictionary(task => task.Task.Id, task => task.Work) : _selected.Clear();

    private void EndBulk() => (_selected, _isBulkOpen) = (_selected.Clear(), false);

    private async Task EndEditAsync(string taskId)
    {
        if (_edited == taskId)
        {
            _edited = null;
            await browser.FocusAsync($"#edit-{taskId}");
        }
    }

    private async Task<BulkOutcome> SaveAllAsync(IEnumerable<TaskWish> wishes)
    {
        var rolloutId = View!.Rollout.Id;
        var outcome = await WhileSavingAsync(() => BulkOutcome.SaveAsync(Desk, rolloutId, wishes, Me, CancellationToken.None));

        if (!outcome.Numbers.IsEmpty)
        {
            Offers.Say(new($"{Format.Count(outcome.Numbers.Length, "task", "tasks")} changed.", UndoOf(rolloutId, outcome.Numbers)));
        }

        _selected = _selected.RemoveRange(outcome.Done);
        await ReloadAsync();
        return outcome;
    }
}
