using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// How far the scan of this instance is, for the pages that watch it. Whether there is one at all, here or in another
/// instance, the scheduler's store decides.
/// </summary>
public sealed class ScanCoordinator(TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>The scan that runs here or is about to; <see langword="null"/> when none does.</summary>
    public ScanProgress? Progress { get; private set; }

    /// <summary>Raised on any thread whenever <see cref="Progress"/> changes, also when a scan has ended.</summary>
    public event Action? Changed;

    /// <summary>Shows a scan that is asked for before it runs.</summary>
    /// <returns>What is shown now; <see langword="null"/> when another was shown already.</returns>
    internal ScanProgress? Expect(ScanTrigger trigger, Actor startedBy, ScanKind kind)
    {
        ScanProgress expected;

        lock (_lock)
        {
            if (Progress is not null)
            {
                return null;
            }

            Progress = expected = Waiting(trigger, startedBy, kind);
        }

        Changed?.Invoke();
        return expected;
    }

    /// <summary>Takes back a scan that was expected and will not come, unless it runs by now.</summary>
    internal void Withdraw(ScanProgress expected) => Change(shown => ReferenceEquals(shown, expected) ? null : shown);

    /// <summary>Shows the scan that begins, in place of the one that was expected.</summary>
    internal void Begin(ScanTrigger trigger, Actor startedBy, ScanKind kind) => Change(_ => Waiting(trigger, startedBy, kind));

    internal void Report(Func<ScanProgress, ScanProgress> change) => Change(shown => shown is null ? null : change(shown));

    internal void Ended() => Change(_ => null);

    private ScanProgress Waiting(ScanTrigger trigger, Actor startedBy, ScanKind kind) =>
        new(trigger, startedBy, time.GetUtcNow(), kind, ScanPhase.Waiting, 0, null);

    private void Change(Func<ScanProgress?, ScanProgress?> change)
    {
        lock (_lock)
        {
            Progress = change(Progress);
        }

        Changed?.Invoke();
    }
}
