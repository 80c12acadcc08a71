using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Stores one running scan, step by step. Every step is one transaction that also holds the checkpoint, so that a scan which
/// is killed at any moment goes on from the last step, and a step that failed can be done again. Not for use by several
/// threads at once.
/// </summary>
public sealed class ScanWriter
{
    /// <summary>How many keys go into one statement.</summary>
    internal const int Chunk = 500;

    internal static readonly Problem Ended = new(
        ProblemKind.Conflict, "This scan is no longer running, so nothing more can be stored under it. Start a new scan.");

    private static readonly Problem TakenOver = new(
        ProblemKind.Conflict, "Another instance of the portal has taken this scan over and goes on with it.");

    private static readonly Problem CancelledByPerson = new(ProblemKind.Cancelled, "The scan was cancelled. Start it again when you are ready.");

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;
    private readonly IPeopleTables _tables;
    private readonly TimeProvider _clock;
    private readonly PeopleDictionary _dictionary = new();
    private readonly PeopleAppend _append;

    internal ScanWriter(
        RunningScan scan, IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, IPeopleTables tables, TimeProvider clock)
    {
        Scan = scan;
        _contexts = contexts;
        _problems = problems;
        _tables = tables;
        _clock = clock;
        _append = new(_dictionary, tables);
    }

    /// <summary>The scan as it was last saved.</summary>
    public RunningScan Scan { get; private set; }

    /// <summary>Stores everything of the tenant but its people, in place of what was stored before under this snapshot.</summary>
    /// <param name="tenant">What was read.</param>
    /// <param name="readings">What came of each topic.</param>
    /// <param name="groupsMark">From where the next scan can ask what changed about groups.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> SaveTenantAsync(
        TenantFacts tenant, ImmutableArray<TopicReading> readings, string? groupsMark, ReadingCost cost, CancellationToken cancellationToken) =>
        StepAsync(
            Scan.At,
            cost,
            async (db, token) =>
            {
                await SnapshotContents.RemoveTenantAsync(db, Scan.Id, token);
                await RunningSnapshot.ReplaceReadingsAsync(db, Scan.Id, readings, token);
                TenantRows.Add(db, Scan.Id, tenant);
                await db.SaveChangesAsync(token);
                await RunningSnapshot.SaveOrganizationAsync(db, Scan.Id, tenant.Organization.TryGet(out var read) ? read : null, groupsMark, token);
                return 0;
            },
            cancellationToken);

    /// <summary>Goes on to the next stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="link">Where to begin reading in it.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> GoOnAsync(ScanStage stage, string? link, ReadingCost cost, CancellationToken cancellationToken) =>
        StepAsync(Scan.At with { Stage = stage, Link = link }, cost, (_, _) => Task.FromResult(0), cancellationToken);

    /// <summary>Begins to read everybody.</summary>
    /// <param name="usersMark">From where on changes have to be caught up with.</param>
    /// <param name="peopleExpected">How many people there are.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<Done>> BeginPeopleAsync(string? usersMark, int? peopleExpected, ReadingCost cost, CancellationToken cancellationToken)
    {
        var begun = await StepAsync(
            Scan.At with { Stage = ScanStage.People, Link = null, PeopleExpected = peopleExpected },
            cost,
            async (db, token) =>
            {
                await db.Snapshots.Where(snapshot => snapshot.Id == Scan.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.UsersMark, usersMark), token);
                return 0;
            },
            cancellationToken);
        Scan = begun.Succeeded ? Scan with { UsersMark = usersMark } : Scan;
        return begun;
    }

    /// <summary>Goes on to the judging without a place from which the next scan could ask for changes.</summary>
    public Task<Result<Done>> ForgetMarkAsync(ReadingCost cost, CancellationToken cancellationToken) => StepAsync(
        Scan.At with { Stage = ScanStage.Judging, Link = null },
        cost,
        async (db, token) =>
        {
            await db.Snapshots.Where(snapshot => snapshot.Id == Scan.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.UsersMark, (string?)null), token);
            return 0;
        },
        cancellationToken);

    /// <summary>Adds a page of people. Who comes twice is sorted out by <see cref="IndexAsync"/>.</summary>
    /// <param name="users">The people.</param>
    /// <param name="next">The link to the next page; without one, the stage is over.</param>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> AppendAsync(
        ImmutableArray<UserFacts> users, string? next, TenantProducts products, ReadingCost cost, CancellationToken cancellationToken) =>
        StepAsync(
            Scan.At with { Stage = next is null ? ScanStage.Index : ScanStage.People, Link = next, NextKey = Scan.At.NextKey + users.Length },
            cost,
            async (db, token) =>
            {
                await _dictionary.PrepareAsync(db, token);
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var rows = await _append.ToRowsAsync(db, users, Scan.Number, Scan.At.NextKey, products, token);
                await _append.AddAsync(db, rows, users, token);
                return users.Length;
            },
            cancellationToken);

    /// <summary>
    /// Begins the reading of everybody again, because the link to the next page has run out. What was read goes, since
    /// nobody can tell any more who of them left in the meantime.
    /// </summary>
    public async Task<Result<Done>> StartOverAsync(CancellationToken cancellationToken)
    {
        for (var from = Scan.FirstKey; from < Scan.At.NextKey; from += SnapshotContents.Batch)
        {
            var before = Math.Min(from + SnapshotContents.Batch, Scan.At.NextKey);
            var removed = await StepAsync(
                Scan.At,
                ReadingCost.None,
                async (db, token) =>
                {
                    await _tables.RemoveWordsAsync(db, from, before, token);
                    return -await db.People.Where(person => person.Key >= from && person.Key < before).ExecuteDeleteAsync(token);
                },
                cancellationToken);

            if (!removed.Succeeded)
            {
                return removed;
            }
        }

        return await GoOnAsync(ScanStage.People, null, ReadingCost.None, cancellationToken);
    }

    /// <summary>Makes the people that were added findable, and keeps the last row of whoever came more than once.</summary>
    public async Task<Result<Done>> IndexAsync(CancellationToken cancellationToken)
    {
        while (Scan.At.IndexedTo < Scan.At.NextKey)
        {
            var (from, before) = (Scan.At.IndexedTo, Math.Min(Scan.At.IndexedTo + PeopleIndex.Piece, Scan.At.NextKey));
            var indexed = await StepAsync(
                Scan.At with { IndexedTo = before },
                ReadingCost.None,
                async (db, token) =>
                {
                    await PeopleIndex.AddAsync(db, Scan.Roster, from, before, token);
                    return 0;
                },
                cancellationToken);

            if (!indexed.Succeeded)
            {
                return indexed;
            }
        }

        return await RemoveRepeatsAsync(cancellationToken);
    }

    /// <summary>The products that somebody in this database holds.</summary>
    public Task<Result<ImmutableArray<Guid>>> SkusHeldAsync(CancellationToken cancellationToken) => _problems.CatchAsync<ImmutableArray<Guid>>(
        async () =>
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            return ImmutableArray.CreateRange(
                await db.HoldingsSkus.Select(sku => sku.SkuId).Distinct().OrderBy(sku => sku).ToListAsync(cancellationToken));
        },
        cancellationToken);

    /// <summary>Applies a page of changes to people who are findable.</summary>
    /// <param name="changes">The changes, oldest first.</param>
    /// <param name="stage">The stage that they are read in, or the next one when this was the last page.</param>
    /// <param name="next">The link to the next page.</param>
    /// <param name="mark">On the last page of changes, where the next scan begins.</param>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<Done>> ApplyAsync(
        ImmutableArray<UserChange> changes,
        ScanStage stage,
        string? next,
        string? mark,
        TenantProducts products,
        ReadingCost cost,
        CancellationToken cancellationToken)
    {
        var update = new PeopleUpdate(_dictionary, _append, _tables);
        var mayAdd = Scan.At.Stage is ScanStage.Changes;
        var used = 0;
        var applied = await StepAsync(
            () => Scan.At with { Stage = stage, Link = next, NextKey = Scan.At.NextKey + used, IndexedTo = Scan.At.NextKey + used },
            cost,
            async (db, token) =>
            {
                (used, var more) = await update.ApplyAsync(db, Scan, Scan.At.NextKey, changes, mayAdd, products, token);

                if (mark is not null)
                {
                    await db.Snapshots.Where(snapshot => snapshot.Id == Scan.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.UsersMark, mark), token);
                }

                return more;
            },
            cancellationToken);
        Scan = applied.Succeeded && mark is not null ? Scan with { UsersMark = mark } : Scan;
        return applied;
    }

    private async Task<Result<Done>> RemoveRepeatsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var removed = 0;
            var step = await StepAsync(
                Scan.At,
                ReadingCost.None,
                async (db, token) =>
                {
                    var keys = await PeopleIndex.FindRepeatsAsync(db, Scan.Roster, SnapshotContents.Batch, token);
                    await _tables.RemoveAsync(db, keys, token);
                    removed = keys.Count;
                    return -removed;
                },
                cancellationToken);

            if (!step.Succeeded || removed == 0)
            {
                return step;
            }
        }
    }

    private Task<Result<Done>> StepAsync(
        ScanCheckpoint next, ReadingCost cost, Func<MeshReadinessDbContext, CancellationToken, Task<int>> work, CancellationToken cancellationToken) =>
        StepAsync(() => next, cost, work, cancellationToken);

    // The work returns by how many the stored people became more.
    private async Task<Result<Done>> StepAsync(
        Func<ScanCheckpoint> next, ReadingCost cost, Func<MeshReadinessDbContext, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var revision = Scan.At.Revision + 1;
        RunningScan? saved = null;
        var isRepeated = false;
        var result = await _problems.CatchAsync(
            () => _contexts.InTransactionAsync<Done>(
                async (db, token) =>
                {
                    if (isRepeated)
                    {
                        // Nothing of the attempt before is there.
                        _dictionary.Forget();
                    }

                    isRepeated = true;

                    if (await RunningSnapshot.FindAsync(db, Scan.Id, _clock.GetUtcNow(), token) is not { } head)
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

                    var people = Scan.People + await work(db, token);
                    saved = Scan with { At = next() with { Revision = revision }, People = people, Cost = Scan.Cost + cost };
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
            _dictionary.Forget();
        }

        return result;
    }
}
