using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Http;

/// <summary>Adds up what a reader asks of Graph, from however many requests run at once.</summary>
internal sealed class CostMeter
{
    private long _calls, _bytes, _units, _retries, _throttled, _waitedTicks;

    /// <summary>All so far. Numbers that belong together may be apart by the requests under way.</summary>
    public ReadingCost Total => new(
        Interlocked.Read(ref _calls), Interlocked.Read(ref _bytes), Interlocked.Read(ref _units),
        Interlocked.Read(ref _retries), Interlocked.Read(ref _throttled), TimeSpan.FromTicks(Interlocked.Read(ref _waitedTicks)));

    /// <summary>A request was sent; a batch counts as the requests in it.</summary>
    public void Sent(int calls) => Interlocked.Add(ref _calls, calls);

    /// <summary>A body arrived.</summary>
    public void Received(long bytes) => Interlocked.Add(ref _bytes, bytes);

    /// <summary>Something was charged.</summary>
    public void Charged(int units) => Interlocked.Add(ref _units, units);

    /// <summary>Something has to be asked once more.</summary>
    public void Repeated() => Interlocked.Increment(ref _retries);

    /// <summary>Graph asked for fewer requests.</summary>
    public void Throttled() => Interlocked.Increment(ref _throttled);

    /// <summary>Time went by without a request.</summary>
    public void Waited(TimeSpan time) => Interlocked.Add(ref _waitedTicks, time.Ticks);
}
