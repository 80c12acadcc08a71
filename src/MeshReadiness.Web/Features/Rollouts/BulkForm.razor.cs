using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Changes owner, due date or state of several tasks.</summary>
public sealed partial class BulkForm
{
    private bool _hasOwner, _hasDue;
    private Actor? _owner;
    private DateOnly? _due;
    private TaskIntent? _intent;
    private string? _because, _refused;
    private ImmutableArray<TaskWish> _conflicts = [];

    /// <summary>The work of the selected tasks, as it was seen when they were selected.</summary>
    [Parameter, EditorRequired] public required ImmutableArray<TaskWork> Selected { get; set; }

    /// <summary>How all tasks stand by now.</summary>
    [Parameter, EditorRequired] public required RolloutStanding Standing { get; set; }

    /// <summary>The snapshot in which people are searched for.</summary>
    [Parameter] public Guid? SnapshotId { get; set; }

    /// <summary>Who edits.</summary>
    [Parameter, EditorRequired] public required Actor Me { get; set; }

    /// <summary>Stores the changes.</summary>
    [Parameter, EditorRequired] public required Func<IEnumerable<TaskWish>, Task<BulkOutcome>> OnSave { get; set; }

    /// <summary>Everything is stored or given up.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    private Task SaveAsync()
    {
        if (!_hasOwner && !_hasDue && _intent is null)
        {
            _refused = "Choose what to change: the owner, the due date or the state.";
            return Task.CompletedTask;
        }

        return SaveAsync(Selected);
    }

    private Task UseMineAsync() => SaveAsync(_conflicts.Select(wish => Now(wish).Work));

    private async Task SaveAsync(IEnumerable<TaskWork> works)
    {
        var outcome = await OnSave([.. works.Select(Wish)]);
        (_conflicts, _refused) = (outcome.Conflicts, outcome.Refused);

        if (_conflicts.IsEmpty && _refused is null)
        {
            await OnOver.InvokeAsync();
        }
    }

    private TaskWish Wish(TaskWork seen)
    {
        var (owner, due, intent, because) = (_owner, _due, _intent, _because);
        return new(seen, "edited", "", TaskEdits.All(
            _hasOwner ? work => TaskEdit.Assign(work, owner) : null,
            _hasDue ? (work, moment) => TaskEdit.SetDue(work, due, moment) : null,
            intent is { } said ? work => TaskEdit.Say(work, said, because) : null));
    }

    private RolloutTask Now(TaskWish wish) => Standing.Find(wish.Seen.TaskId)!;
}
