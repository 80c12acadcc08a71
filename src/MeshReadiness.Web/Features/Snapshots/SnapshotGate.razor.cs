using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Features.Scans;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Snapshots;

/// <summary>Watches scans on behalf of a page, so that a page only has to say what it shows of a snapshot.</summary>
public sealed partial class SnapshotGate
{
    private readonly CancellationTokenSource _left = new();
    private CancellationToken _leaving;
    private SnapshotView? _view;
    private SnapshotHead? _lastFailed;
    private bool _loaded;

    /// <summary>What the page shows of a snapshot.</summary>
    [Parameter, EditorRequired] public required RenderFragment<SnapshotView> ChildContent { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _leaving = _left.Token;
        Coordinator.Changed += Refresh;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _view = await Snapshots.GetAsync(_leaving);
        // Running is at most one, and another one's place was taken by it.
        var newest = (await Store.RecentScansAsync(3, _leaving)).FirstOrDefault(scan => scan.State is not ScanState.Running && !ScanWords.IsReplaced(scan));
        _lastFailed = newest?.State is ScanState.Failed ? newest : null;
        _loaded = true;
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        try
        {
            await ShowAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The visitor has left the page.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    });

    private async Task ShowAsync()
    {
        _leaving.ThrowIfCancellationRequested();

        if (Coordinator.Progress is null)
        {
            await LoadAsync();
        }

        // While a snapshot is shown, a running scan changes nothing on the page.
        if (Coordinator.Progress is null || _view is null)
        {
            StateHasChanged();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Coordinator.Changed -= Refresh;
        _left.Cancel();
        _left.Dispose();
    }
}
