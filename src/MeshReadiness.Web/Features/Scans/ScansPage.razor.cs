using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Scans: what runs, what is due, and what was. Which one is unfolded stands in the address.</summary>
public sealed partial class ScansPage(ScanCoordinator coordinator, SnapshotStore store, TimeProvider time) : IDisposable
{
    private const int AtFirst = 50;
    private const int Most = 1000;

    /// <summary>How often to look for the end of a scan that another instance runs.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    private readonly Latest _loading = new();
    private ImmutableArray<SnapshotHead>? _scans;
    private SnapshotHead? _elsewhere;
    private ITimer? _looking;
    private (Guid?, int)? _loaded;
    private int _show = AtFirst;
    private bool _isMore, _isLeft;

    /// <summary>The id of the scan that is unfolded.</summary>
    [SupplyParameterFromQuery] private string? Scan { get; set; }

    /// <summary>How many scans are listed.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    private Guid? Opened => Guid.TryParse(Scan, out var id) ? id : null;

    private ScanCoordinator Coordinator => coordinator;

    protected override void OnInitialized()
    {
        coordinator.Changed += Refresh;
        _looking = time.CreateTimer(_ => LookElsewhere(), null, LookAgain, LookAgain);
    }

    protected override async Task OnParametersSetAsync()
    {
        _show = int.TryParse(Show, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, AtFirst, Most) : AtFirst;

        if (_loaded != (Opened, _show))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        var cancellationToken = _loading.Begin();
        _loaded = (Opened, _show);

        try
        {
            var recent = await store.RecentScansAsync(_show + 1, cancellationToken);
            var ended = recent.Take(_show).Where(scan => scan.State is not ScanState.Running).ToImmutableArray();

            // A link from elsewhere may lead to a scan further back than the list.
            if (Opened is { } opened && ended.All(scan => scan.Id != opened) && await store.ScanAsync(opened, cancellationToken) is { } older)
            {
                ended = older.State is ScanState.Running ? ended : ended.Add(older);
            }

            if (!cancellationToken.IsCancellationRequested)
            {
                (_scans, _isMore) = (ended, recent.Length > _show && _show < Most);
                _elsewhere = recent.FirstOrDefault(scan => scan.State is ScanState.Running);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A newer load has begun, or the visitor has left.
        }
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        try
        {
            if (coordinator.Progress is null && !_isLeft)
            {
                await LoadAsync();
            }

            StateHasChanged();
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    });

    private void LookElsewhere()
    {
        if (_elsewhere is not null && coordinator.Progress is null)
        {
            Refresh();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _isLeft = true;
        coordinator.Changed -= Refresh;
        _looking?.Dispose();
        _loading.Dispose();
    }
}
