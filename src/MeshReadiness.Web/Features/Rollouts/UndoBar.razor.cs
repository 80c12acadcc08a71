using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Says what the visitor did last and offers to undo it, for half a minute and on whichever page they are by then.</summary>
public sealed partial class UndoBar(UndoOffers offers, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(30);

    private ITimer? _end;
    private UndoOffer? _shown;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private UndoOffers Offers => offers;

    protected override void OnInitialized()
    {
        offers.Changed += Refresh;
        _end = time.CreateTimer(_ => InvokeAsync(End), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void Refresh()
    {
        _shown = offers.Current;
        _end?.Change(Shown, Timeout.InfiniteTimeSpan);
        InvokeAsync(StateHasChanged);
    }

    private void End()
    {
        if (offers.Current is not null && offers.Current == _shown)
        {
            Close();
        }
    }

    private async Task UndoAsync() => await offers.UndoAsync((await Authentication).User.ToActor(), CancellationToken.None);

    private void Close() => offers.Say(null);

    /// <inheritdoc />
    public void Dispose()
    {
        offers.Changed -= Refresh;
        _end?.Dispose();
    }
}
