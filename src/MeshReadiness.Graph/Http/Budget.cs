namespace MeshReadiness.Graph.Http;

/// <summary>
/// What may be asked of one service of Graph. Stands in front of every request and lets it wait, rather than be refused.
/// </summary>
/// <param name="window">How long a window is.</param>
/// <param name="limit">The most units that may fall into one window.</param>
/// <param name="meter">Told about every wait.</param>
/// <param name="time">The clock.</param>
internal sealed class Budget(TimeSpan window, int limit, CostMeter meter, TimeProvider time)
{
    private const double LeastShare = 0.1;

    private readonly Lock _gate = new();
    private readonly SlidingWindow _spent = new(window);
    private readonly long _start = time.GetTimestamp();
    private TaskCompletionSource _answered = NewSignal();
    private TimeSpan _pausedUntil, _nextCut, _calmSince;
    private double _share = 1;
    private int _limit = limit;

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Another limit from now on.</summary>
    public void Allow(int limit)
    {
        lock (_gate)
        {
            _limit = limit;
        }
    }

    /// <summary>Waits until the cost fits and no pause is on, and takes it. <see cref="Leave"/> has to follow.</summary>
    public async Task EnterAsync(int cost, CancellationToken cancellationToken)
    {
        while (TryEnter(cost, out var answered) is var wait && wait != TimeSpan.Zero)
        {
            var since = Now;

            // A timer knows whole milliseconds; a fraction left over would be waited for in a busy loop.
            await (wait is { } length
                ? Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(length.TotalMilliseconds)), time, cancellationToken)
                : answered.WaitAsync(cancellationToken));
            meter.Waited(Now - since);
        }
    }

    /// <summary>What was let in has been answered, or has failed.</summary>
    /// <param name="taken">What it was let in for.</param>
    /// <param name="cost">What it really cost.</param>
    public void Leave(int taken, int cost)
    {
        lock (_gate)
        {
            _spent.Settle(Now, taken, cost);
            _answered.SetResult();
            _answered = NewSignal();
        }
    }

    /// <summary>Lets nobody in for so long: Graph said when to come back.</summary>
    public void Pause(TimeSpan length)
    {
        lock (_gate)
        {
            _pausedUntil = TimeSpan.FromTicks(Math.Max(_pausedUntil.Ticks, (Now + length).Ticks));
        }
    }

    /// <summary>
    /// Graph warned that most of its limit is used, by us or by others who share it. Half of the present share is left
    /// for a window, then it doubles with every window that goes by without a warning.
    /// </summary>
    public void SlowDown()
    {
        lock (_gate)
        {
            Recover();

            // The answers of one window tell of one and the same shortage.
            if (Now >= _nextCut)
            {
                _share = Math.Max(LeastShare, _share / 2);
                _nextCut = Now + window;
            }

            _calmSince = Now;
        }
    }

    private TimeSpan? TryEnter(int cost, out Task answered)
    {
        lock (_gate)
        {
            Recover();
            answered = _answered.Task;
            var pause = _pausedUntil - Now;

            return pause > TimeSpan.Zero ? pause : OrRecovery(_spent.TryTake(Now, cost, Math.Max(1, (int)(_limit * _share))));
        }
    }

    // When the share grows, what is waited for may fit sooner.
    private TimeSpan? OrRecovery(TimeSpan? wait) =>
        _share < 1 && wait > _calmSince + window - Now ? _calmSince + window - Now : wait;

    private void Recover()
    {
        while (_share < 1 && Now - _calmSince >= window)
        {
            _share = Math.Min(1, _share * 2);
            _calmSince += window;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
