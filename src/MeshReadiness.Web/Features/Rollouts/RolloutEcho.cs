using MeshReadiness.Core.Audit;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>
/// Rings the bell for what other instances of the portal on the same database have changed, a moment later. What this
/// instance changes rings at once, and is heard again here; a page that is up to date stays as it is.
/// </summary>
internal sealed partial class RolloutEcho(
    AuditStore audit, RolloutBell bell, StorageProblems problems, TimeProvider time, ILogger<RolloutEcho> logger) : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private long _heard;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _heard = await audit.LastNumberAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception error) when (problems.Find(error) is { } problem)
            {
                // The database is away for a while: what happens meanwhile is heard afterwards.
                LogUnheard(problem.Detail);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that was replaced by something else has no such table. An echo that is silent for a while must not end the portal.
                LogFailed(error);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        foreach (var line in await audit.AfterAsync(_heard, AtOnce, cancellationToken))
        {
            _heard = line.Number;

            if (RingOf(line) is { } ring)
            {
                bell.Ring(ring);
            }
        }
    }

    private static RolloutRing? RingOf(AuditLine line) => line.Entry.RolloutId is { } rollout
        ? new(rollout, IsAboutTask(line.Entry.Action) ? line.Entry.Subject : null, line.Entry.Actor)
        : null;

    private static bool IsAboutTask(string action) =>
        action.StartsWith(RolloutStore.TaskAction, StringComparison.Ordinal) || action.StartsWith("comment.", StringComparison.Ordinal);

    [LoggerMessage(4001, LogLevel.Warning, "Changes by other instances could not be read: {Problem}")]
    private partial void LogUnheard(string problem);

    [LoggerMessage(4002, LogLevel.Error, "Changes by other instances could not be read")]
    private partial void LogFailed(Exception error);
}
