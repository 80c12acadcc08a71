using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Starts a scan, or cancels the one that runs. Reading what changed is offered wherever there is a snapshot to go on from,
/// and reading everything where there is none.
/// </summary>
public sealed partial class ScanButton(ScanCoordinator coordinator, ScanControl control, SnapshotStore store, StorageProblems problems) : IDisposable
{
    private bool? _canGoOn;

    /// <summary>Whether to offer reading everything also where reading what changed is enough.</summary>
    [Parameter] public bool WithEverything { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private ScanCoordinator Coordinator => coordinator;

    protected override async Task OnInitializedAsync()
    {
        coordinator.Changed += Refresh;
        await LoadAsync();
    }

    // The button stays when the database can't be used; the page says what is wrong.
    private async Task LoadAsync()
    {
        try
        {
            _canGoOn = await store.CurrentAsync(CancellationToken.None) is not null;
        }
        catch (Exception error) when (problems.Find(error) is not null)
        {
            _canGoOn ??= false;
        }
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        if (coordinator.Progress is null)
        {
            await LoadAsync();
        }

        StateHasChanged();
    });

    private async Task StartAsync(ScanKind kind) => await control.StartAsync(kind, (await Authentication).User.ToActor(), CancellationToken.None);

    private async Task CancelAsync() => await control.CancelAsync((await Authentication).User.ToActor(), CancellationToken.None);

    /// <inheritdoc />
    public void Dispose() => coordinator.Changed -= Refresh;
}
