namespace MeshReadiness.Graph.Http;

/// <summary>
/// How much was spent lately. What is asked counts from the moment when it is sent until a window's length after it was
/// answered: the other side charged it somewhere in between, so no window of its own can ever hold more than the limit.
/// Pure bookkeeping: the time is told, and nothing waits.
/// </summary>
/// <param name="length">The window's length.</param>
internal sealed class SlidingWindow(TimeSpan length)
{
    private readonly Queue<(TimeSpan At, int Cost)> _answered = new();
    private int _spent, _underWay;

    /// <summary>Takes the cost if it fits.</summary>
    /// <param name="now">The time, counted from any beginning.</param>
    /// <param name="cost">What is to be spent.</param>
    /// <param name="limit">The most that one window may hold. What costs more than that passes alone.</param>
    /// <returns>Zero when it was taken, otherwise how long until it fits; <see langword="null"/> when first something has to be answered.</returns>
    public TimeSpan? TryTake(TimeSpan now, int cost, int limit)
    {
        while (_answered.TryPeek(out var oldest) && oldest.At + length <= now)
        {
            _spent -= _answered.Dequeue().Cost;
        }

        var room = Math.Max(0, limit - cost);

        if (_spent + _underWay <= room)
        {
            _underWay += cost;
            return TimeSpan.Zero;
        }

        var left = _spent;

        foreach (var (at, gone) in _answered)
        {
            left -= gone;

            if (left + _underWay <= room)
            {
                return at + length - now;
            }
        }

        return null;
    }

    /// <summary>What was taken has been answered.</summary>
    /// <param name="now">The time.</param>
    /// <param name="taken">What was taken for it.</param>
    /// <param name="cost">What it really cost.</param>
    public void Settle(TimeSpan now, int taken, int cost)
    {
        _underWay -= taken;
        _spent += cost;
        _answered.Enqueue((now, cost));
    }
}
