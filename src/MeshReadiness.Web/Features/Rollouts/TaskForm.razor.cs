using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Edits a task's owner, due date and state at once. Only what was changed here is changed.</summary>
public sealed partial class TaskForm
{
    private TaskWork _seen = default!;
    private Actor? _owner;
    private DateOnly? _due;
    private TaskIntent? _intent;
    private string? _because;
    private OwnerPicker? _picker;
    private SaveOutcome? _outcome;

    /// <summary>The task as it is by now.</summary>
    [Parameter, EditorRequired] public required RolloutTask Task { get; set; }

    /// <summary>The day that the target date suggests.</summary>
    [Parameter] public DateOnly? Suggested { get; set; }

    /// <summary>The snapshot in which people are searched for.</summary>
    [Parameter] public Guid? SnapshotId { get; set; }

    /// <summary>Who edits.</summary>
    [Parameter, EditorRequired] public required Actor Me { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<TaskWish, Task<Result<TaskChange>>> Save { get; set; }

    /// <summary>The change is stored or given up.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    // Taken once: what others change meanwhile must not move what is being edited.
    protected override void OnInitialized()
    {
        _seen = Task.Work;
        (_owner, _due, _intent, _because) = (_seen.Owner, _seen.Due, _seen.Intent, _seen.Because);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && _picker is not null)
        {
            await _picker.FocusAsync();
        }
    }

    private string Name(string field) => $"{field}-{Task.Task.Id}";

    private bool HasOwner => _owner?.ObjectId != _seen.Owner?.ObjectId;

    private bool HasDue => _due != _seen.Due;

    private bool HasIntent => _intent != _seen.Intent || (WorkWords.NeedsReason(_seen.Intent) && _because?.Trim() != _seen.Because);

    private Task SaveAsync() => HasOwner || HasDue || HasIntent
        ? _outcome!.TryAsync(new(_seen, Action, $"{Task.Task.Title}: {Said}", TaskEdits.All(
            HasOwner ? work => TaskEdit.Assign(work, _owner) : null,
            HasDue ? (work, moment) => TaskEdit.SetDue(work, _due, moment) : null,
            HasIntent ? work => TaskEdit.Say(work, _intent ?? TaskIntent.Open, _because) : null)))
        : OnOver.InvokeAsync();

    private string Action => (HasOwner, HasDue, HasIntent) switch
    {
        (true, false, false) => "assigned",
        (false, true, false) => "due",
        (false, false, true) => "said",
        _ => "edited",
    };

    private string Said => TaskEdits.Said(HasOwner, _owner, HasDue, _due, HasIntent ? _intent : null);

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnOver.InvokeAsync() : System.Threading.Tasks.Task.CompletedTask;
}
