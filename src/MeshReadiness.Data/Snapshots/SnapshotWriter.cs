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
/// Stores a scan as it goes. Nobody sees its snapshot until it is complete; until then, and when it fails, readers keep
/// the one before.
/// </summary>
/// <param name="contexts">Opens contexts.</param>
/// <param name="problems">Puts failures into words.</param>
/// <param name="clock">Tells the time.</param>
public sealed class SnapshotWriter(
    IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, TimeProvider clock)
{
    private static readonly Problem Ended = new(
        ProblemKind.Conflict, "This scan is no longer running, so nothing more can be stored under it. Start a new scan.");

    /// <summary>Starts a snapshot and returns its id.</summary>
    public Task<Result<Guid>> BeginAsync(ScanTrigger trigger, Actor startedBy, Playbook playbook, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);

        return SaveAsync<Guid>(
            async (db, token) =>
            {
                db.Snapshots.Add(new()
                {
                    Id = id,
                    Trigger = trigger,
                    StartedById = startedBy.ObjectId,
                    StartedByName = startedBy.DisplayName,
                    StartedAt = now,
                    TouchedAt = now,
                    State = ScanState.Running,
                    PlaybookId = playbook.Id,
                    PlaybookVersion = playbook.Version,
                });
                await db.SaveChangesAsync(token);
                return id;
            },
            (db, _, token) => db.Snapshots.AnyAsync(snapshot => snapshot.Id == id, token),
            cancellationToken);
    }

    /// <summary>Stores everything of the tenant but its people, in place of what was stored before under this snapshot.</summary>
    public Task<Result<Done>> SaveTenantAsync(
        Guid snapshotId, TenantFacts tenant, ImmutableArray<TopicReading> readings, CancellationToken cancellationToken) =>
        SaveAsync<Done>(
            async (db, token) =>
            {
                if (await RunningSnapshot.FindAsync(db, snapshotId, clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return Ended;
                }

                await SnapshotContents.RemoveTenantAsync(db, snapshotId, token);
                await RunningSnapshot.ReplaceReadingsAsync(db, snapshotId, readings, token);
                TenantRows.Add(db, snapshotId, tenant);
                var organization = tenant.Organization.TryGet(out var read) ? read : null;
                snapshot.TenantId = organization?.Id;
                snapshot.TenantName = organization?.DisplayName;
                snapshot.TenantType = organization?.TenantType;
                snapshot.TenantCountry = organization?.CountryLetterCode;
                snapshot.TenantDomain = organization?.DefaultDomain;
                await db.SaveChangesAsync(token);
                return Done.It;
            },
            (_, _, _) => Task.FromResult(false),
            cancellationToken);

    /// <summary>
    /// Stores those people that this snapshot doesn't have yet, all or none of them, and returns them. A page may come
    /// twice, and a person may come again on a later page or on the same one.
    /// </summary>
    public Task<Result<IReadOnlyList<UserFacts>>> AddUsersAsync(
        Guid snapshotId, IReadOnlyList<PersonEntry> people, CancellationToken cancellationToken) =>
        SaveAsync<IReadOnlyList<UserFacts>>(
            async (db, token) =>
            {
                if (await RunningSnapshot.FindAsync(db, snapshotId, clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return Ended;
                }

                var added = await PeoplePage.AddAsync(db, snapshotId, people, token);
                await db.Snapshots.Where(head => head.Id == snapshotId).ExecuteUpdateAsync(
                    set => set.SetProperty(head => head.People, snapshot.People + added.Count), token);
                return Result(added);
            },
            (db, added, token) => added.Count == 0
                ? Task.FromResult(true)
                : db.People.AnyAsync(person => person.SnapshotId == snapshotId && person.Id == added[0].Id, token),
            cancellationToken);

    /// <summary>Stores what follows from the snapshot beside it and, in the same short transaction, makes it the one that readers see.</summary>
    /// <param name="snapshotId">The running snapshot.</param>
    /// <param name="population">Its people in numbers; must agree with what is stored.</param>
    /// <param name="report">What follows from it.</param>
    /// <param name="rules">The rules behind the report; each footprint is judged once to store who gets which verdict.</param>
    /// <param name="readings">What came of each topic, in place of what was stored with the tenant.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<SnapshotHead>> CompleteAsync(
        Guid snapshotId,
        PopulationFacts population,
        ReadinessReport report,
        EligibilityRules rules,
        ImmutableArray<TopicReading> readings,
        CancellationToken cancellationToken) =>
        SaveAsync<SnapshotHead>(
            async (db, token) =>
            {
                if (await RunningSnapshot.FindAsync(db, snapshotId, clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return Ended;
                }

                if (snapshot.People != population.People)
                {
                    return new Problem(ProblemKind.Conflict,
                        $"The scan counted {population.People} people and stored {snapshot.People}, so its numbers can't be trusted. Start a new scan.");
                }

                ReportRows.Add(db, snapshotId, population, report, rules);
                await RunningSnapshot.ReplaceReadingsAsync(db, snapshotId, readings, token);
                snapshot.State = ScanState.Complete;
                snapshot.EndedAt = clock.GetUtcNow();
                await db.SaveChangesAsync(token);
                await RunningSnapshot.MakeCurrentAsync(db, snapshotId, token);
                return SnapshotHeads.ToHead(snapshot);
            },
            (db, _, token) => db.CurrentSnapshot.AnyAsync(current => current.SnapshotId == snapshotId, token),
            cancellationToken);

    /// <summary>
    /// Ends a running snapshot that will not be whole. The one before it stays current; what was stored of this one is
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
                if (await RunningSnapshot.FindAsync(db, snapshotId, clock.GetUtcNow(), token) is not { } snapshot)
                {
                    return Ended;
                }

                snapshot.State = failedOrCancelled;
                snapshot.EndedAt = clock.GetUtcNow();
                snapshot.ProblemKind = why.Kind;
                snapshot.ProblemDetail = why.Detail;
                await db.SaveChangesAsync(token);
                return Done.It;
            },
            (db, _, token) => db.Snapshots.AnyAsync(snapshot => snapshot.Id == snapshotId && snapshot.State == failedOrCancelled, token),
            cancellationToken);

        return ended.Succeeded
            ? await problems.CatchAsync<Done>(
                async () =>
                {
                    await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                    await SnapshotContents.RemoveAsync(db, snapshotId, cancellationToken);
                    return Done.It;
                },
                cancellationToken)
            : ended;
    }

    /// <summary>
    /// Makes room: empties all but the newest complete snapshots, and what failed scans left behind. The current one always stays.
    /// </summary>
    /// <returns>How many snapshots were emptied.</returns>
    public async Task<int> RemoveOldAsync(int keep, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SnapshotContents.RemoveOldAsync(db, keep, cancellationToken);
    }

    private static Result<T> Result<T>(T value) => value;

    private Task<Result<T>> SaveAsync<T>(
        Func<MeshReadinessDbContext, CancellationToken, Task<Result<T>>> work,
        Func<MeshReadinessDbContext, T, CancellationToken, Task<bool>> committed,
        CancellationToken cancellationToken) =>
        problems.CatchAsync(() => contexts.InTransactionAsync(work, committed, cancellationToken), cancellationToken);
}
