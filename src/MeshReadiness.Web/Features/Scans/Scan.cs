using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// One scan, from its beginning or from where a stopped portal left it: reads the tenant, stores it, judges it, and makes
/// it the snapshot that everybody sees. Whatever happens, the snapshot before it stays until the new one is whole.
/// </summary>
internal sealed partial class Scan(
    SnapshotWriter writer, ScanStages stages, ScanPatience patience, ScanCoordinator coordinator, Playbook playbook, ILogger<Scan> logger)
{
    /// <summary>Runs to the end. When the portal stops, the scan stays as it is and goes on after the next start.</summary>
    public async Task<Result<SnapshotHead>> RunAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        var begun = await ResumeOrBeginAsync(request, cancellationToken);

        if (!begun.TryGet(out var scan))
        {
            return begun.Problem;
        }

        try
        {
            var outcome = await FinishAsync(scan, cancellationToken);

            if (!outcome.Succeeded && outcome.Problem.Kind is ProblemKind.Expired && scan.Scan.Kind is ScanKind.Incremental)
            {
                await writer.EndAsync(scan.Scan.Id, ScanState.Failed, outcome.Problem, CancellationToken.None);
                return await ReadAnewAsync(request, outcome.Problem, cancellationToken);
            }

            return await EndAsync(scan, outcome);
        }
        catch (OperationCanceledException) when (request.Cancelled.IsCancellationRequested)
        {
            return await EndAsync(scan, ScanProblems.Cancelled);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            await EndAsync(scan, ScanProblems.Broken);
            throw;
        }
    }

    private async Task<Result<ScanWriter>> ResumeOrBeginAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        var left = await writer.ResumeAsync(cancellationToken);

        if (!left.TryGet(out var resumed))
        {
            return left.Problem;
        }

        if (resumed is not null)
        {
            LogResumed(resumed.Scan.Id, resumed.Scan.At.Stage, resumed.Scan.People);
            return resumed;
        }

        return await writer.BeginAsync(request.Kind, request.Trigger, request.StartedBy, playbook, cancellationToken);
    }

    // The link from which changes can be asked for has run out: everybody is read anew, and the scan says so.
    private async Task<Result<SnapshotHead>> ReadAnewAsync(ScanRequest request, Problem expired, CancellationToken cancellationToken)
    {
        var begun = await writer.BeginAnewAsync(
            ScanProblems.MarkExpired, request.Trigger, request.StartedBy, playbook, cancellationToken);
        LogReadAnew(expired.Detail);

        return begun.TryGet(out var scan) ? await EndAsync(scan, await FinishAsync(scan, cancellationToken)) : begun.Problem;
    }

    // Once the tenant has answered, trouble with the network or the database is waited out: the scan goes on from its checkpoint.
    private async Task<Result<SnapshotHead>> FinishAsync(ScanWriter scan, CancellationToken cancellationToken)
    {
        while (true)
        {
            var revision = scan.Scan.At.Revision;
            var outcome = await stages.RunAsync(scan, cancellationToken);

            if (outcome.Succeeded || scan.Scan.At.Stage is ScanStage.Tenant
                || !await patience.WaitAsync(outcome.Problem, scan.Scan.At.Revision > revision, cancellationToken))
            {
                return outcome;
            }
        }
    }

    private async Task<Result<SnapshotHead>> EndAsync(ScanWriter scan, Result<SnapshotHead> outcome)
    {
        // A conflict: the scan has ended by other hands, or another instance goes on with it.
        if (!outcome.Succeeded && outcome.Problem.Kind is not ProblemKind.Conflict)
        {
            coordinator.Report(progress => progress with { Waiting = null });
            await writer.EndAsync(
                scan.Scan.Id,
                outcome.Problem.Kind is ProblemKind.Cancelled ? ScanState.Cancelled : ScanState.Failed,
                outcome.Problem,
                CancellationToken.None);
        }

        return outcome;
    }

    [LoggerMessage(2005, LogLevel.Information, "Scan {SnapshotId} goes on in stage {Stage} with {People} people")]
    private partial void LogResumed(Guid snapshotId, ScanStage stage, int people);

    [LoggerMessage(2006, LogLevel.Warning, "Everybody is read anew. {Reason}")]
    private partial void LogReadAnew(string reason);
}
