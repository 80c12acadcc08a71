using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>
/// Makes a form's change. What was typed stays in the form until the change is stored; has somebody else been faster, both
/// are shown and the visitor chooses.
/// </summary>
public sealed partial class SaveOutcome(TimeProvider time)
{
    private Problem? _problem;
    private TaskWish? _conflict;

    /// <summary>The work as it is by now.</summary>
    [Parameter, EditorRequired] public required TaskWork Now { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<TaskWish, Task<Result<TaskChange>>> Save { get; set; }

    /// <summary>The change is stored, or was given up: the form can forget what was typed.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    /// <summary>Makes the change, or shows why it wasn't made.</summary>
    public async Task TryAsync(TaskWish wish)
    {
        (_problem, _conflict) = (null, null);
        var changed = await Save(wish);

        if (changed.Succeeded)
        {
            await OnOver.InvokeAsync();
            return;
        }

        (_problem, _conflict) = changed.Problem.Kind is ProblemKind.Conflict ? (null, wish) : (changed.Problem, (TaskWish?)null);
        StateHasChanged();
    }

    /// <summary>Shows a sentence at the form.</summary>
    public void Refuse(string sentence)
    {
        (_problem, _conflict) = (new(ProblemKind.Invalid, sentence), null);
        StateHasChanged();
    }

    // Only what the visitor changed is changed; what the other one wrote beside it stays.
    private Task UseMineAsync() => TryAsync(_conflict! with { Seen = Now });

    private Task KeepTheirsAsync()
    {
        (_problem, _conflict) = (null, null);
        return OnOver.InvokeAsync();
    }

    private ImmutableArray<WorkDifference> Wanted(TaskWish wish) =>
        wish.Edit(wish.Seen, new Moment(new Actor("", "You"), time.GetUtcNow())).TryGet(out var wanted) ? WorkWords.Differences(wish.Seen, wanted) : [];
}
