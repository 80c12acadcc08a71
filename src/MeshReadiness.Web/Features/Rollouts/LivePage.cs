using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Audit;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A page about rollouts: shows by itself what others and scans change, and offers to undo what its visitor does.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly Latest _loading = new();
    private int _saving;
    private bool _isLeft;

    /// <summary>Where rollouts are opened and changed.</summary>
    [Inject] protected RolloutDesk Desk { get; set; } = default!;

    [Inject] private RolloutBell Bell { get; set; } = default!;

    [Inject] private ScanCoordinator Coordinator { get; set; } = default!;

    /// <summary>Says what was done.</summary>
    [Inject] protected UndoOffers Offers { get; set; } = default!;

    /// <summary>Tells the day.</summary>
    [Inject] protected TimeProvider Time { get; set; } = default!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    /// <summary>Who looks at the page.</summary>
    protected Actor Me { get; private set; } = new("", "");

    /// <summary>Today; due dates are days in UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Bell.Rang += Hear;
        Coordinator.Changed += HearScan;
        Me = (await Authentication).User.ToActor();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Whether the page shows something of what was changed.</summary>
    protected abstract bool IsShown(RolloutRing ring);

    /// <summary>Reads it again; of several readings only the latest counts.</summary>
    protected async Task ReloadAsync()
    {
        var cancellationToken = _loading.Begin();

        try
        {
            await LoadAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer reading has begun, or the visitor has left.
        }
    }

    /// <summary>Makes a change of a task.</summary>
    protected Task<Result<TaskChange>> SaveAsync(Guid rolloutId, TaskWish wish) => SaveAsync(
        () => Desk.EditAsync(new(rolloutId, wish.Seen.TaskId, wish.Seen.Version), wish.Action, wish.Edit, wish.File, Me, CancellationToken.None),
        change => new(wish.Said, UndoOf(rolloutId, [change.Number])));

    /// <summary>Makes a change, offers to undo it, and shows what is there then, also when it could not be made.</summary>
    protected async Task<Result<TChange>> SaveAsync<TChange>(Func<Task<Result<TChange>>> save, Func<TChange, UndoOffer> offer)
    {
        var changed = await WhileSavingAsync(save);

        if (changed.TryGet(out var change))
        {
            Offers.Say(offer(change));
        }

        await ReloadAsync();
        StateHasChanged();
        return changed;
    }

    /// <summary>Undoes changes of tasks, the last one first, up to the first that can't be undone.</summary>
    protected Func<Actor, CancellationToken, Task<Problem?>> UndoOf(Guid rolloutId, IReadOnlyList<long> numbers)
    {
        var desk = Desk;
        return async (actor, cancellationToken) =>
        {
            foreach (var number in numbers.Reverse())
            {
                var undone = await desk.UndoAsync(rolloutId, number, actor, cancellationToken);

                if (!undone.Succeeded)
                {
                    return undone.Problem;
                }
            }

            return null;
        };
    }

    /// <summary>Undoes what a line of the audit record tells about, and says what came of it.</summary>
    protected async Task UndoAsync(AuditLine line, Func<Actor, CancellationToken, Task<Problem?>> undo)
    {
        Offers.Say(new(AuditWords.Of(line.Entry.Action), undo));
        await Offers.UndoAsync(Me, CancellationToken.None);
        await ReloadAsync();
    }

    /// <summary>What the page changes itself it shows once, at the end.</summary>
    protected async Task<T> WhileSavingAsync<T>(Func<Task<T>> save)
    {
        _saving++;

        try
        {
            return await save();
        }
        finally
        {
            _saving--;
        }
    }

    private void Hear(RolloutRing ring)
    {
        if (IsShown(ring))
        {
            Refresh();
        }
    }

    private void HearScan()
    {
        if (Coordinator.Progress is null)
        {
            Refresh();
        }
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        try
        {
            if (!_isLeft && _saving == 0)
            {
                await ReloadAsync();
                StateHasChanged();
            }
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    });

    /// <inheritdoc />
    public void Dispose()
    {
        _isLeft = true;
        Bell.Rang -= Hear;
        Coordinator.Changed -= HearScan;
        _loading.Dispose();
        GC.SuppressFinalize(this);
    }
}
