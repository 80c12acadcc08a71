namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>A budget per window. A window starts with the first request after the last one ended.</summary>
internal sealed class ThrottleWindow(string name, int limit, TimeSpan length, bool tellsWhen, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _ends;
    private int _spent;

    public string Name => name;

    public bool TellsWhen => tellsWhen;

    /// <summary>How long to wait when the budget is spent; nothing when the request may go on.</summary>
    public TimeSpan? TrySpend(int units, out double used)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();

            if (now >= _ends)
            {
                _ends = now + length;
                _spent = 0;
            }

            var fits = _spent + units <= limit;
            _spent += fits ? units : 0;
            used = fits ? (double)_spent / limit : 1;

            return fits ? null : _ends - now;
        }
    }
}
