using MeshReadiness.Core.Outcomes;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Waits out what passes by itself: a network that is down, a Graph that is overloaded, a database that is locked or full.
/// Waits longer each time, up to five minutes, and starts from a second again whenever the scan got on in between.
/// </summary>
internal sealed partial class ScanPatience(
    IOptionsMonitor<ScanOptions> options, ScanCoordinator coordinator, TimeProvider time, ILogger<ScanPatience> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private TimeSpan _next = FirstWait;
    private TimeSpan _waited;

    /// <summary>Waits, if that can help and the patience isn't used up.</summary>
    /// <param name="problem">Why the scan can't go on now.</param>
    /// <param name="gotOn">Whether it got on since the wait before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is worth trying again.</returns>
    public async Task<bool> WaitAsync(Problem problem, bool gotOn, CancellationToken cancellationToken)
    {
        (_next, _waited) = gotOn ? (FirstWait, TimeSpan.Zero) : (_next, _waited);

        if (problem.Kind is not (ProblemKind.Unavailable or ProblemKind.Throttled or ProblemKind.Storage)
            || _waited + _next > options.CurrentValue.Patience)
        {
            return false;
        }

        LogWaiting(_next, problem.Detail);
        coordinator.Report(progress => progress with { Waiting = ScanWait.For(problem, time.GetUtcNow() + _next) });
        await Task.Delay(_next, time, cancellationToken);
        coordinator.Report(progress => progress with { Waiting = null });
        _waited += _next;
        _next = _next * 2 < LongestWait ? _next * 2 : LongestWait;
        return true;
    }

    [LoggerMessage(2007, LogLevel.Warning, "The scan waits {Wait} and goes on then. {Reason}")]
    private partial void LogWaiting(TimeSpan wait, string reason);
}
