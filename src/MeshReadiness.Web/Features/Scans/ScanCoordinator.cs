using System.Threading.Channels;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>What is asked of the scan worker.</summary>
internal sealed record ScanRequest(ScanTrigger Trigger, Actor StartedBy, CancellationToken Cancelled);

/// <summary>
/// Holds the one scan that may run. Whoever asks for a scan while one runs joins it; pages watch it here.
/// </summary>
public sealed class ScanCoordinator(TimeProvider time) : IDisposable
{
    private readonly Channel<ScanRequest> _requests = Channel.CreateBounded<ScanRequest>(1);
    private readonly Lock _lock = new();
    private CancellationTokenSource? _cancellation;

    /// <summary>The scan that runs or is about to; <see langword="null"/> when none does.</summary>
    public ScanProgress? Progress { get; private set; }

    /// <summary>Raised on any thread whenever <see cref="Progress"/> changes, also when a scan has ended.</summary>
    public event Action? Changed;

    internal ChannelReader<ScanRequest> Requests => _requests.Reader;

    /// <summary>Starts a scan, or joins the one that runs.</summary>
    /// <returns>Whether a new one was started.</returns>
    public bool StartOrJoin(ScanTrigger trigger, Actor startedBy)
    {
        lock (_lock)
        {
            if (Progress is not null)
            {
                return false;
            }

            _cancellation = new();
            Progress = new(trigger, startedBy, time.GetUtcNow(), ScanPhase.Waiting, 0, null);
            _requests.Writer.TryWrite(new(trigger, startedBy, _cancellation.Token));
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Asks the running scan to end. Its snapshot is dropped, the one before it stays.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Cancel()
    {
        lock (_lock)
        {
            if (Progress is null)
            {
                return false;
            }

            _cancellation!.Cancel();
            return true;
        }
    }

    internal void Report(Func<ScanProgress, ScanProgress> change)
    {
        lock (_lock)
        {
            Progress = Progress is { } before ? change(before) : null;
        }

        Changed?.Invoke();
    }

    internal void Ended()
    {
        lock (_lock)
        {
            Progress = null;
            _cancellation?.Dispose();
            _cancellation = null;
        }

        Changed?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose() => _cancellation?.Dispose();
}
