using MeshReadiness.Core.Scanning;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Snapshots;

/// <summary>Watches scans on behalf of a page, so that a page only has to say what it shows of a snapshot.</summary>
public sealed partial class SnapshotGate
{
    private readonly CancellationTokenSource _left = new();
    private SnapshotView? _view;
    private SnapshotHead? _lastFailed;
    private bool _loaded;

    /// <summary>What the page shows of a snapshot.</summary>
    [Parameter, EditorRequired] public required RenderFragment<SnapshotView> ChildContent { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Coordinator.Changed += Refresh;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _view = await Snapshots.GetAsync(_left.Token);
        var newest = (await Store.RecentScansAsync(1, _left.Token)).FirstOrDefault(scan => scan.State is not ScanState.Running);
        _lastFailed = newest?.State is ScanState.Failed ? newest : null;
        _loaded = true;
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        if (_left.IsCancellationRequested)
        {
            return;
        }

        if (Coordinator.Progress is null)
        {
            await LoadAsync();
        }

        // While a snapshot is shown, a running scan changes nothing on the page.
        if (Coordinator.Progress is null || _view is null)
        {
            StateHasChanged();
        }
    });

    /// <inheritdoc />
    public void Dispose()
    {
        Coordinator.Changed -= Refresh;
        _left.Cancel();
        _left.Dispose();
    }
}
