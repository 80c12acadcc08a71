using System.Diagnostics;
using MeshReadiness.Web.Features.Scans;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Says of every checkpoint where it stands, and of every wait why. Behind one of the checkpoints it kills its own process,
/// or holds the scan up until the parent has done what it wants to do.
/// </summary>
/// <param name="killAfter">Behind which it kills; 0 for none.</param>
/// <param name="holdAfter">Behind which it holds; 0 for none.</param>
internal sealed class CheckpointCount(int killAfter, int holdAfter) : CheckpointWatch
{
    private readonly TaskCompletionSource _mayGoOn = new();
    private ScanCoordinator? _coordinator;
    private int _checkpoints;
    private int _people;
    private bool _isWaiting;

    /// <summary>Begins to count: what came before made the database.</summary>
    public void Watch(ScanCoordinator coordinator)
    {
        _coordinator = coordinator;
        coordinator.Changed += () => TellWait(coordinator.Progress?.Waiting?.Reason);
    }

    public void GoOn() => _mayGoOn.TrySetResult();

    protected override async Task PassedAsync()
    {
        if (_coordinator?.Progress is not { } progress)
        {
            return;
        }

        _checkpoints++;
        Console.WriteLine($"checkpoint {_checkpoints} behind {progress.Phase}, {progress.PeopleRead}");

        // Only people who came twice are taken out otherwise, and that is later.
        if (progress is { Phase: ScanPhase.People } && progress.PeopleRead < _people)
        {
            Console.WriteLine("begins again");
        }

        _people = progress.PeopleRead;

        if (_checkpoints == killAfter)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            await self.WaitForExitAsync();
        }

        if (_checkpoints == holdAfter)
        {
            Console.WriteLine("held up");
            await _mayGoOn.Task;
        }
    }

    private void TellWait(string? reason)
    {
        if (reason is not null != _isWaiting)
        {
            _isWaiting = reason is not null;
            Console.WriteLine(reason is null ? "goes on" : $"waits {reason}");
        }
    }
}
