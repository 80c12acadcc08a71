using System.Data.Common;
using System.Diagnostics;
using MeshReadiness.Web.Features.Scans;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Says of every checkpoint where it stands, and of every wait why; and kills its own process right behind one of the
/// checkpoints. Each is a transaction of its own, so what is counted is commits.
/// </summary>
/// <param name="killAfter">Behind which; 0 for never.</param>
internal sealed class CheckpointCount(int killAfter) : DbTransactionInterceptor
{
    private ScanCoordinator? _coordinator;
    private int _checkpoints;
    private int _people;
    private bool _isWaiting;

    public void Watch(ScanCoordinator coordinator)
    {
        _coordinator = coordinator;
        coordinator.Changed += () => Tell(coordinator.Progress);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_coordinator is not null)
        {
            _checkpoints++;
            Console.WriteLine($"checkpoint {_checkpoints} behind {_coordinator.Progress?.Phase}, {_coordinator.Progress?.PeopleRead}");

            if (_checkpoints == killAfter)
            {
                using var self = Process.GetCurrentProcess();
                self.Kill();
                self.WaitForExit();
            }
        }

        return Task.CompletedTask;
    }

    private void Tell(ScanProgress? progress)
    {
        var reason = progress?.Waiting?.Reason;

        if (reason is not null != _isWaiting)
        {
            _isWaiting = reason is not null;
            Console.WriteLine(reason is null ? "goes on" : $"waits {reason}");
        }

        // Only people who came twice are taken out otherwise, and that is later.
        if (progress is { Phase: ScanPhase.People, PeopleRead: 0 } && _people > 0)
        {
            Console.WriteLine("begins again");
        }

        _people = progress?.PeopleRead ?? 0;
    }
}
