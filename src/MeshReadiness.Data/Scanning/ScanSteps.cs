using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// The steps of one scan. Each is one transaction that also holds the checkpoint, so that a scan which is killed at any
/// moment goes on from the last step, and a step that failed can be done again. A writer whose scan another one has taken
/// over can take no more steps.
/// </summary>
/// <param name="scan">The scan as it was last saved.</param>
/// <param name="contexts">Opens the contexts.</param>
/// <param name="problems">Puts what goes wrong into words.</param>
/// <param name="clock">Tells when the scan was last active.</param>
/// <param name="forget">Called when nothing of a step is there, to forget what it remembered.</param>
internal sealed class ScanSteps(
    RunningScan scan, IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, TimeProvider clock, Action forget)
{
    public static readonly Problem Ended = new(
        ProblemKind.Conflict, "This scan is no longer running, so nothing more can be stored under it. Start a new scan.");

    private static readonly Problem TakenOver = new(
        ProblemKind.Conflict, "Another instance of the portal has taken this scan over and goes on with it.");

    private static readonly Problem CancelledByPerson = new(ProblemKind.Cancelled, "The scan was cancelled. Start it again when you are ready.");

    /// <summary>The scan as it was last saved.</summary>
    public RunningScan Scan { get; private set; } = scan;

    /// <summary>Takes a step that stores nothing but where the scan is.</summary>
    public Task<Result<Done>> TakeAsync(RunningScan next, ReadingCost cost, CancellationToken cancellationToken) =>
        TakeAsync(cost, (_, _) => Task.FromResult(next), cancellationToken);

    /// <summary>Takes a step.</summary>
    /// <param name="cost">What was asked for since the last one.</param>
    /// <param name="work">What to store. Returns the scan as it is then; may run again when the server was lost on the way.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<Done>> TakeAsync(
        ReadingCost cost, Func<MeshReadinessDbContext, CancellationToken, Task<RunningScan>> work, CancellationToken cancellationToken)
    {
        var revision = Scan.At.Revision + 1;
        RunningScan? saved = null;
        var isRepeated = false;
        var result = await problems.CatchAsync(
            () => contexts.InTransactionAsync<Done>(
                async (db, token) =>
                {
                    if (isRepeated)
                    {
                        forget();
                    }

                    isRepeated = true;

                    if (await RunningSnapshot.FindAsync(db, Scan.Id, clock.GetUtcNow(), token) is not { } head)
                    {
                        return Ended;
                    }

                    // Asked before anything is added: keys that the other writer has used would be refused.
                    if (!await RunningSnapshot.IsAtAsync(db, Scan, token))
                    {
                        return TakenOver;
                    }

                    if (head.CancelRequested)
                    {
                        return CancelledByPerson;
                    }

                    var next = await work(db, token);
                    saved = next with { At = next.At with { Revision = revision }, Cost = Scan.Cost + cost };
                    await RunningSnapshot.SaveProgressAsync(db, saved, token);
                    return Done.It;
                },
                (db, _, token) => db.ScanCheckpoints.AnyAsync(
                    checkpoint => checkpoint.SnapshotId == Scan.Id && checkpoint.Revision == revision, token),
                cancellationToken),
            cancellationToken);

        if (result.Succeeded)
        {
            Scan = saved!;
        }
        else
        {
            forget();
        }

        return result;
    }
}
