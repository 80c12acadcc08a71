using MeshReadiness.Data;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>When the tenant is read next, kept right while scans run and moments pass.</summary>
public sealed partial class NextScansCard(ScanSchedule schedule, ScanCoordinator coordinator, StorageProblems problems, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(20);

    private NextScans? _next;
    private string? _problem;
    private ITimer? _looking;

    protected override async Task OnInitializedAsync()
    {
        coordinator.Changed += ScanMoved;
        _looking = time.CreateTimer(_ => MomentPassed(), null, LookAgain, LookAgain);
        await LoadAsync();
    }

    private static IEnumerable<(string What, DateTimeOffset? At, string Setting)> Rows(NextScans next) =>
    [
        ("What changed", next.Incremental, "Scan:IncrementalSchedule"),
        ("Everything", next.Full, "Scan:Schedule"),
    ];

    // The rest of the page can be used without the schedule.
    private async Task LoadAsync()
    {
        try
        {
            (_next, _problem) = (await schedule.NextAsync(CancellationToken.None), null);
        }
        catch (SchedulerException error)
        {
            _problem = problems.Find(error)?.Detail ?? "The schedule can't be read at the moment.";
        }
    }

    private void ScanMoved()
    {
        if (coordinator.Progress is null)
        {
            Refresh();
        }
    }

    private void MomentPassed()
    {
        var now = time.GetUtcNow();

        if (_problem is not null || _next?.Full <= now || _next?.Incremental <= now)
        {
            Refresh();
        }
    }

    private void Refresh() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    /// <inheritdoc />
    public void Dispose()
    {
        coordinator.Changed -= ScanMoved;
        _looking?.Dispose();
    }
}
