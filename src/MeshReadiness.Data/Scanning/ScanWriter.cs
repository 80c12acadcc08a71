using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Stores one running scan, step by step; see <see cref="ScanSteps"/> for what a step is. Not for use by several threads at
/// once.
/// </summary>
public sealed class ScanWriter
{
    /// <summary>How many keys go into one statement.</summary>
    internal const int Chunk = 500;

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;
    private readonly IBulkTables _tables;
    private readonly PeopleDictionary _dictionary = new();
    private readonly PeopleAppend _append;
    private readonly ScanSteps _steps;

    internal ScanWriter(
        RunningScan scan, IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, IBulkTables tables, TimeProvider clock)
    {
        _contexts = contexts;
        _problems = problems;
        _tables = tables;
        _append = new(_dictionary, tables);
        _steps = new(scan, contexts, problems, clock, _append.Forget);
    }

    /// <summary>The scan as it was last saved.</summary>
    public RunningScan Scan => _steps.Scan;

    /// <summary>Who is in what policies name. Whoever is stored from now on is stored with what it says.</summary>
    public MembershipIndex Memberships
    {
        get => _append.Memberships;
        set => _append.Memberships = value;
    }

    /// <summary>Stores everything of the tenant but its people, in place of what was stored before under this snapshot.</summary>
    /// <param name="tenant">What was read.</param>
    /// <param name="readings">What came of each topic.</param>
    /// <param name="groupsMark">From where the next scan can ask what changed about groups.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> SaveTenantAsync(
        TenantFacts tenant, ImmutableArray<TopicReading> readings, string? groupsMark, ReadingCost cost, CancellationToken cancellationToken) =>
        _steps.TakeAsync(
            cost,
            async (db, token) =>
            {
                await SnapshotContents.RemoveTenantAsync(db, Scan.Id, token);
                await RunningSnapshot.ReplaceReadingsAsync(db, Scan.Id, readings, token);
                TenantRows.Add(db, Scan.Id, tenant);
                await db.SaveChangesAsync(token);
                await RunningSnapshot.SaveOrganizationAsync(db, Scan.Id, tenant.Organization.TryGet(out var read) ? read : null, groupsMark, token);
                return Scan;
            },
            cancellationToken);

    /// <summary>Goes on to the next stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="link">Where to begin reading in it.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> GoOnAsync(ScanStage stage, string? link, ReadingCost cost, CancellationToken cancellationToken) =>
        _steps.TakeAsync(Scan with { At = Scan.At.In(stage, link) }, cost, cancellationToken);

    /// <summary>Begins to read everybody.</summary>
    /// <param name="usersMark">From where on changes have to be caught up with.</param>
    /// <param name="peopleExpected">How many people there are.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> BeginPeopleAsync(string? usersMark, int? peopleExpected, ReadingCost cost, CancellationToken cancellationToken) =>
        _steps.TakeAsync(
            Scan with { At = Scan.At.In(ScanStage.People) with { PeopleExpected = peopleExpected }, UsersMark = usersMark }, cost, cancellationToken);

    /// <summary>Goes on behind the changes without a place from which the next scan could ask for changes.</summary>
    public Task<Result<Done>> ForgetMarkAsync(ReadingCost cost, CancellationToken cancellationToken) =>
        _steps.TakeAsync(Scan with { At = Scan.At.In(ScanStage.Memberships), UsersMark = null }, cost, cancellationToken);

    /// <summary>Adds a page of people. Who comes twice is sorted out by <see cref="IndexAsync"/>.</summary>
    /// <param name="users">The people.</param>
    /// <param name="next">The link to the next page; without one, the stage is over.</param>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> AppendAsync(
        ImmutableArray<UserFacts> users, string? next, TenantProducts products, ReadingCost cost, CancellationToken cancellationToken) =>
        _steps.TakeAsync(
            cost,
            async (db, token) =>
            {
                await _dictionary.PrepareAsync(db, token);
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var rows = await _append.ToRowsAsync(db, users, Scan.Number, Scan.At.NextKey, products, token);
                await _append.AddAsync(db, rows, users, token);
                var stage = next is null ? ScanStage.Index : ScanStage.People;
                return Scan with { At = Scan.At.In(stage, next) with { NextKey = Scan.At.NextKey + users.Length }, People = Scan.People + users.Length };
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
            var removed = await _steps.TakeAsync(
                ReadingCost.None,
                async (db, token) =>
                {
                    await _tables.RemoveWordsAsync(db, from, before, token);
                    var people = await db.People.Where(person => person.Key >= from && person.Key < before).ExecuteDeleteAsync(token);
                    return Scan with { People = Scan.People - people };
                },
                cancellationToken);

            if (!removed.Succeeded)
            {
                return removed;
            }
        }

        return await GoOnAsync(ScanStage.People, null, ReadingCost.None, cancellationToken);
    }

    /// <summary>
    /// Makes the people that were added findable, and keeps the last row of whoever came more than once. The step that
    /// finds nobody more of those ends the stage.
    /// </summary>
    public async Task<Result<Done>> IndexAsync(CancellationToken cancellationToken)
    {
        Result<Done> step = Done.It;

        while (step.Succeeded && Scan.At.Stage < ScanStage.Plans)
        {
            step = await _steps.TakeAsync(
                ReadingCost.None, Scan.At.IndexedTo < Scan.At.NextKey ? AddPieceAsync : RemoveRepeatsAsync, cancellationToken);
        }

        return step;
    }

    /// <summary>The products that somebody in this database holds, in an order that stays.</summary>
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
    /// <param name="next">
    /// Where the scan is then: the stage that they are read in, or the next one when this was the last page. Keys are set here.
    /// </param>
    /// <param name="mark">On the last page of changes, where the next scan begins.</param>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Done>> ApplyAsync(
        ImmutableArray<UserChange> changes,
        ScanCheckpoint next,
        string? mark,
        TenantProducts products,
        ReadingCost cost,
        CancellationToken cancellationToken)
    {
        var update = new PeopleUpdate(_dictionary, _append, _tables);
        var mayAdd = Scan.At.Stage is ScanStage.Changes;

        return _steps.TakeAsync(
            cost,
            async (db, token) =>
            {
                var (keys, people) = await update.ApplyAsync(db, Scan, Scan.At.NextKey, changes, mayAdd, products, token);
                var end = Scan.At.NextKey + keys;
                return Scan with
                {
                    At = next with { NextKey = end, IndexedTo = end },
                    People = Scan.People + people,
                    UsersMark = mark ?? Scan.UsersMark,
                };
            },
            cancellationToken);
    }

    /// <summary>
    /// Stores anew whoever was stored with other memberships than <see cref="Memberships"/> says, in steps of a few thousand people, and
    /// goes on to the judging.
    /// </summary>
    /// <param name="products">The tenant's products.</param>
    /// <param name="cost">What was asked for since the last save.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<Done>> SettleMembershipsAsync(TenantProducts products, ReadingCost cost, CancellationToken cancellationToken)
    {
        var from = PersonKeys.First(Scan.Roster);
        var update = new PeopleUpdate(_dictionary, _append, _tables);
        Result<Done> step = Done.It;

        while (step.Succeeded && Scan.At.Stage is ScanStage.Memberships)
        {
            step = await _steps.TakeAsync(
                cost,
                async (db, token) =>
                {
                    var (ids, next) = await MembershipsToSettle.FindAsync(db, Scan.Roster, from, Memberships, token);
                    var (keys, people) = await update.ApplyAsync(
                        db, Scan, Scan.At.NextKey, [.. ids.Select(id => new UserChange(id, new() { Id = id }, UserProperties.None))], mayAdd: false, products, token);
                    var end = Scan.At.NextKey + keys;
                    from = next ?? from;
                    return Scan with
                    {
                        At = Scan.At.In(next is null ? ScanStage.Judging : ScanStage.Memberships) with { NextKey = end, IndexedTo = end },
                        People = Scan.People + people,
                    };
                },
                cancellationToken);
            cost = ReadingCost.None;
        }

        return step;
    }

    /// <summary>Whether everybody is stored with what <see cref="Memberships"/> says.</summary>
    public Task<Result<bool>> AreMembershipsSettledAsync(CancellationToken cancellationToken) => _problems.CatchAsync<bool>(
        async () =>
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
            return (await MembershipsToSettle.FindAsync(db, Scan.Roster, PersonKeys.First(Scan.Roster), Memberships, cancellationToken)).Ids.Count == 0;
        },
        cancellationToken);

    private async Task<RunningScan> AddPieceAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        var before = Math.Min(Scan.At.IndexedTo + PeopleIndex.Piece, Scan.At.NextKey);
        await PeopleIndex.AddAsync(db, Scan.Roster, Scan.At.IndexedTo, before, cancellationToken);
        return Scan with { At = Scan.At with { IndexedTo = before } };
    }

    private async Task<RunningScan> RemoveRepeatsAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        var keys = await PeopleIndex.FindRepeatsAsync(db, Scan.Roster, SnapshotContents.Batch, cancellationToken);
        await _tables.RemoveAsync(db, keys, cancellationToken);
        return keys.Count == 0 ? Scan with { At = Scan.At.In(ScanStage.Plans) } : Scan with { People = Scan.People - keys.Count };
    }
}
