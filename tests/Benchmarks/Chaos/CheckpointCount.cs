using System.Diagnostics;
using MeshReadiness.Web.Features.Scans;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>
/// Says of every checkpoint where it stands, and of every wait why; and kills its own process right behind one of the
/// checkpoints.
/// </summary>
/// <param name="killAfter">Behind which; 0 for never.</param>
internal sealed class CheckpointCount(int killAfter) : CheckpointWatch
{
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

    protected override void Passed()
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
            self.WaitForExit();
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
