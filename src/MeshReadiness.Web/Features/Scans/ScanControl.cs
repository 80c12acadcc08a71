using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Starts and cancels scans for people, and leaves a record of who did.</summary>
public sealed class ScanControl
{
    private readonly ScanQueue _queue;
    private readonly AuditStore _audit;

    internal ScanControl(ScanQueue queue, AuditStore audit)
    {
        _queue = queue;
        _audit = audit;
    }

    /// <summary>Starts a scan of this kind, or joins the one that is under way, whatever its kind; tells which.</summary>
    public async Task<bool> StartAsync(ScanKind kind, Actor actor, CancellationToken cancellationToken)
    {
        var started = await _queue.StartOrJoinAsync(ScanTrigger.Manual, actor, kind, cancellationToken);
        await _audit.AppendAsync(actor, started ? "scan.started" : "scan.joined", "scan", ScanWords.Name(kind), cancellationToken);
        return started;
    }

    /// <summary>Cancels the scan that is under way, if there is one.</summary>
    public async Task<bool> CancelAsync(Actor actor, CancellationToken cancellationToken)
    {
        var cancelled = await _queue.CancelAsync(cancellationToken);

        if (cancelled)
        {
            await _audit.AppendAsync(actor, "scan.cancelled", "scan", null, cancellationToken);
        }

        return cancelled;
    }
}
