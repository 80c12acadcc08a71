using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Begins and ends scans. Nobody sees a scan's snapshot until it is complete; until then, and when it fails, readers keep
/// the one before.
/// </summary>
public sealed class SnapshotWriter
{
    // Two scans of one roster would each take the other's rows for their own.
    private static readonly Problem UnderWay = new(
        ProblemKind.Conflict, "Another scan is under way. Wait until it has ended, or cancel it, then start again.");

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;
    private readonly IBulkTables _tables;
    private readonly TimeProvider _clock;

    internal SnapshotWriter(
        IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, IBulkTables tables, TimeProvider clock)
    {
        _contexts = contexts;
        _problems = problems;
        _tables = tables;
        _clock = clock;
    }

    /// <summary>Starts a scan. What scans that failed have left behind is removed first.</summary>
    /// <param name="kind">How people should be read. Where changes can't be asked for, everybody is read anew, and the scan says why.</param>
    /// <param name="trigger">Why.</param>
    /// <param name="startedBy">Who.</param>
    /// <param name="playbook">The playbook to judge by.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<ScanWriter>> BeginAsync(
        ScanKind kind, ScanTrigger trigger, Actor startedBy, Playbook playbook, CancellationToken cancellationToken) =>
        BeginAsync(id => new(id, kind, trigger, startedBy, _clock.GetUtcNow(), playbook), cancellationToken);

    /// <summary>Starts a full scan in place of an incremental one that could not be finished, and says why.</summary>
    public Task<Result<ScanWriter>> BeginAnewAsync(
        string because, ScanTrigger trigger, Actor startedBy, Playbook playbook, CancellationToken cancellationToken) =>
        BeginAsync(id => new(id, ScanKind.Full, trigger, startedBy, _clock.GetUtcNow(), playbook, because), cancellationToken);

    /// <summary>The scan that a stopped portal left, ready to go on; <see langword="null"/> when there is none.</summary>
    public Task<Result<ScanWriter?>> ResumeAsync(CancellationToken cancellationToken) => _problems.CatchAsync<ScanWriter?>(
        async () =>
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            var running = await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.State == ScanState.Running)
                .Join(db.ScanCheckpoints, snapshot => snapshot.Id, checkpoint => checkpoint.SnapshotId, (snapshot, checkpoint) => new { snapshot, checkpoint })
                .OrderByDescending(found => found.snapshot.Number)
                .FirstOrDefaultAsync(cancellationToken);
            return Value(running is null ? null : Open(SnapshotHeads.ToRunning(running.snapshot, running.checkpoint)));
        },
        cancellationToken);

    /// <summary>Counts the people of a scan that has read everything.</summary>
    public Task<Result<PeopleCount>> CountAsync(RunningScan scan, EligibilityRules rules, CancellationToken cancellationToken) =>
        _problems.CatchAsync(
            async () =>
            {
                await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
                return Value(await new PeopleCounter(db, scan, rules).CountAsync(cancellationToken));
            },
            cancellationToken);

    /// <summary>Stores what follows from the snapshot beside it and, in the same short transaction, makes it the one that readers see.</summary>
    /// <param name="scan">The running scan.</param>
    /// <param name="count">Its people.</param>
    /// <param name="report">What follows from them.</param>
    /// <param name="rules">The rules behind the report; each footprint is judged once to store who gets which verdict.</param>
    /// <param name="readings">What came of each topic, in place of what was stored with the tenant.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<SnapshotHead>> CompleteAsync(
        RunningScan scan,
        PeopleCount count,
        ReadinessReport report,
        EligibilityRules rules,
        ImmutableArray<TopicReading> readings,
        CancellationToken cancellationToken) =>
        SaveAsync<SnapshotHead>(
            async (db, token) =>
            {
                if (await RunningSnapshot.FindAsync(db, scan.Id, _clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return ScanSteps.Ended;
                }

                var now = _clock.GetUtcNow();
                var drift = await CheckDrift.OfAsync(db, report, token);
                await ReportRows.AddAsync(db, _tables, scan.Id, count, report, rules, drift.Since(now), token);
                await RunningSnapshot.ReplaceReadingsAsync(db, scan.Id, readings, token);
                snapshot.State = ScanState.Complete;
                snapshot.EndedAt = now;
                snapshot.People = count.Population.People;
                (snapshot.Added, snapshot.Changed, snapshot.Removed) = (count.Changes?.Added, count.Changes?.Changed, count.Changes?.Removed);
                await db.SaveChangesAsync(token);
                await db.ScanCheckpoints.Where(checkpoint => checkpoint.SnapshotId == scan.Id).ExecuteDeleteAsync(token);
                await RunningSnapshot.MakeCurrentAsync(db, scan.Id, token);
                await drift.WriteAsync(db, now, token);
                return SnapshotHeads.ToHead(snapshot);
            },
            (db, _, token) => db.CurrentSnapshot.AnyAsync(current => current.SnapshotId == scan.Id, token),
            cancellationToken);

    /// <summary>
    /// Ends a running scan that will not be whole. The snapshot before it stays current; what was stored of this one is
    /// removed in batches, and its head stays as history.
    /// </summary>
    public async Task<Result<Done>> EndAsync(Guid snapshotId, ScanState failedOrCancelled, Problem why, CancellationToken cancellationToken)
    {
        if (failedOrCancelled is not (ScanState.Failed or ScanState.Cancelled))
        {
            throw new ArgumentOutOfRangeException(nameof(failedOrCancelled), failedOrCancelled, "A snapshot that isn't whole has failed or was cancelled.");
        }

        var ended = await SaveAsync<Done>(
            async (db, token) =>
            {
                if (await RunningSnapshot.FindAsync(db, snapshotId, _clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return ScanSteps.Ended;
                }

                snapshot.State = failedOrCancelled;
                snapshot.EndedAt = _clock.GetUtcNow();
                snapshot.ProblemKind = why.Kind;
                snapshot.ProblemDetail = why.Detail;
                await db.SaveChangesAsync(token);
                await db.ScanCheckpoints.Where(checkpoint => checkpoint.SnapshotId == snapshotId).ExecuteDeleteAsync(token);
                return Done.It;
            },
            (db, _, token) => db.Snapshots.AnyAsync(snapshot => snapshot.Id == snapshotId && snapshot.State == failedOrCancelled, token),
            cancellationToken);

        return ended.Succeeded ? await UndoUnfinishedAsync(cancellationToken) : ended;
    }

    /// <summary>Asks the running scan to end, wherever it runs: it sees this with its next save.</summary>
    /// <returns>Whether one was running.</returns>
    public Task<Result<bool>> RequestCancelAsync(CancellationToken cancellationToken) => _problems.CatchAsync<bool>(
        async () =>
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            return await db.Snapshots.Where(snapshot => snapshot.State == ScanState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.CancelRequested, true), cancellationToken) > 0;
        },
        cancellationToken);

    /// <summary>
    /// Makes room: empties all but the newest complete snapshots, and what failed scans left behind. The current one always stays.
    /// </summary>
    /// <returns>How many snapshots were emptied.</returns>
    public async Task<int> RemoveOldAsync(int keep, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await new SnapshotContents(db, _tables).RemoveOldAsync(keep, cancellationToken);
    }

    private async Task<Result<ScanWriter>> BeginAsync(Func<Guid, ScanStart.Order> order, CancellationToken cancellationToken)
    {
        var cleared = await UndoUnfinishedAsync(cancellationToken);

        if (!cleared.Succeeded)
        {
            return cleared.Problem;
        }

        var id = Guid.CreateVersion7(_clock.GetUtcNow());
        var begun = await SaveAsync<RunningScan>(
            async (db, token) => await db.Snapshots.AnyAsync(snapshot => snapshot.State == ScanState.Running, token)
                ? UnderWay
                : await ScanStart.AddAsync(db, order(id), token),
            (db, _, token) => db.Snapshots.AnyAsync(snapshot => snapshot.Id == id, token),
            cancellationToken);

        return begun.Map(Open);
    }

    private Task<Result<Done>> UndoUnfinishedAsync(CancellationToken cancellationToken) => _problems.CatchAsync<Done>(
        async () =>
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            await new SnapshotContents(db, _tables).UndoUnfinishedAsync(cancellationToken);
            return Done.It;
        },
        cancellationToken);

    private static Result<T> Value<T>(T value) => value;

    private ScanWriter Open(RunningScan scan) => new(scan, _contexts, _problems, _tables, _clock);

    private async Task<Result<T>> SaveAsync<T>(
        Func<MeshReadinessDbContext, CancellationToken, Task<Result<T>>> work,
        Func<MeshReadinessDbContext, T, CancellationToken, Task<bool>> committed,
        CancellationToken cancellationToken) =>
        await _problems.CatchAsync(() => _contexts.InTransactionAsync(work, committed, cancellationToken), cancellationToken);
}
