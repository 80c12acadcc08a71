using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// How far the scan of this instance is, for the pages that watch it. Whether there is one at all, here or in another
/// instance, the scheduler's store decides.
/// </summary>
public sealed class ScanCoordinator : IDisposable
{
    // A large tenant passes a checkpoint a hundred times a second; nobody can read that fast, and every open page would draw it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _later;
    private long _told;
    private bool _tellsLater;

    /// <summary>Starts without a scan.</summary>
    /// <param name="time">Tells the time.</param>
    public ScanCoordinator(TimeProvider time)
    {
        _time = time;
        _later = time.CreateTimer(_ => TellLater(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The scan that runs here or is about to; <see langword="null"/> when none does.</summary>
    public ScanProgress? Progress { get; private set; }

    /// <summary>
    /// Raised on any thread when <see cref="Progress"/> changes, also when a scan has ended. Mere numbers are told a few
    /// times a second, the last of them always.
    /// </summary>
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
        new(trigger, startedBy, _time.GetUtcNow(), kind, ScanPhase.Waiting, 0, null);

    /// <inheritdoc/>
    public void Dispose() => _later.Dispose();

    private void Change(Func<ScanProgress?, ScanProgress?> change)
    {
        lock (_lock)
        {
            var before = Progress;
            Progress = change(before);

            if (IsOnlyNumbers(before, Progress) && _time.GetElapsedTime(_told) < Pause)
            {
                if (!_tellsLater)
                {
                    _tellsLater = true;
                    _later.Change(Pause, Timeout.InfiniteTimeSpan);
                }

                return;
            }

            _told = _time.GetTimestamp();
        }

        Changed?.Invoke();
    }

    private void TellLater()
    {
        lock (_lock)
        {
            _tellsLater = false;
            _told = _time.GetTimestamp();
        }

        Changed?.Invoke();
    }

    private static bool IsOnlyNumbers(ScanProgress? before, ScanProgress? now) =>
        before is not null && now is not null && before.Phase == now.Phase && before.Waiting == now.Waiting
        && before.StartedAt == now.StartedAt && before.PeopleExpected == now.PeopleExpected;
}
