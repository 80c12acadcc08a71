using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>
/// Makes a form's change. What was typed stays in the form until the change is stored; has somebody else been faster, both
/// are shown and the visitor chooses.
/// </summary>
/// <typeparam name="T">What is changed.</typeparam>
/// <typeparam name="TChange">What the store says of a change.</typeparam>
public abstract partial class EditOutcome<T, TChange>(TimeProvider time)
    where T : class
{
    private Problem? _problem;
    private Wish<T>? _conflict;

    /// <summary>What there is by now.</summary>
    [Parameter, EditorRequired] public required T Now { get; set; }

    /// <summary>Stores a change.</summary>
    [Parameter, EditorRequired] public required Func<Wish<T>, Task<Result<TChange>>> Save { get; set; }

    /// <summary>The change is stored, or was given up: the form can forget what was typed.</summary>
    [Parameter, EditorRequired] public EventCallback OnOver { get; set; }

    /// <summary>What is changed, in one word.</summary>
    protected abstract string What { get; }

    /// <summary>What differs, in the order in which a page shows it.</summary>
    protected abstract ImmutableArray<WorkDifference> Differences(T before, T after);

    /// <summary>Makes the change, or shows why it wasn't made.</summary>
    public async Task TryAsync(Wish<T> wish)
    {
        (_problem, _conflict) = (null, null);
        var changed = await Save(wish);

        if (changed.Succeeded)
        {
            await OnOver.InvokeAsync();
            return;
        }

        (_problem, _conflict) = changed.Problem.Kind is ProblemKind.Conflict ? (null, wish) : (changed.Problem, (Wish<T>?)null);
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

    private ImmutableArray<WorkDifference> Wanted(Wish<T> wish) =>
        wish.Edit(wish.Seen, new Moment(new Actor("", "You"), time.GetUtcNow())).TryGet(out var wanted) ? Differences(wish.Seen, wanted) : [];
}
