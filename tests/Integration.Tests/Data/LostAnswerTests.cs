using System.Data.Common;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// A server that is lost while it saves is asked again, as with SQL Server in the cloud. Nothing is saved twice, and nothing
/// that was saved is taken for lost. Played on SQLite, with a strategy that tries again.
/// </summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly Connection _connection = new();
    private TestDatabase _database = null!;
    private SnapshotWriter _writer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = TestDatabase.Sqlite(_folder.Path);
        await _database.Preparation.PrepareAsync(Cancel);
        _writer = new(new RetryingContexts(_folder.DatabaseFile, _connection), _database.Problems, new SqliteBulkTables(), _database.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Lost_before_the_commit_everything_is_saved_by_the_next_attempt()
    {
        var scan = await BeginAsync();

        _connection.LostBeforeCommit = 2;
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(1, 50)));

        Assert.Equal((50, 50), (scan.Scan.People, await StoredAsync(scan)));
    }

    [Fact]
    public async Task Lost_after_the_commit_a_page_is_not_added_again()
    {
        var scan = await BeginAsync();

        _connection.LostAfterCommit = 1;
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(1, 50)));
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(51, 10)));

        Assert.Equal((60, 60), (scan.Scan.People, await StoredAsync(scan)));
    }

    [Fact]
    public async Task Lost_after_the_commit_of_every_step_the_scan_is_whole()
    {
        var products = TestPlaybook.Rules.Products;
        _connection.LosesEveryAnswer = true;

        var scan = await BeginAsync();
        await scan.SaveTenantAsync();
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(1, 50)));
        TestScan.Ok(await scan.AppendAsync(TestPeople.Numbers(41, 10)));
        TestScan.Ok(await scan.IndexAsync(Cancel));
        await scan.ApplyAsync([TestPeople.Number(60).Now(), TestPeople.Number(1).Gone(), (TestPeople.Number(2) with { Mail = "a@b" }).Now()]);
        TestScan.Ok(await scan.ApplyAsync([TestPeople.Number(61).Now()], scan.Scan.At.In(ScanStage.Judging), "mark", products, ReadingCost.None, Cancel));
        var count = (await _writer.CountAsync(scan.Scan, TestPlaybook.Rules, Cancel)).Value;
        var completed = await _writer.CompleteAsync(scan.Scan, count, TestPlaybook.Report(count.Population), TestPlaybook.Rules, [], Cancel);

        Assert.Equal((ScanState.Complete, 51), (completed.Value.State, completed.Value.People));
        Assert.Equal(51, scan.Scan.People);
        Assert.Equal(scan.Scan.Id, (await _database.Store.CurrentAsync(Cancel))!.Id);
        Assert.Single(await _database.Store.RecentScansAsync(9, Cancel));
        Assert.Equal(51, (await _database.Store.SearchPeopleAsync(scan.Scan.Id, new(Take: 100), Cancel)).People.Length);
    }

    private async Task<ScanWriter> BeginAsync() =>
        (await _writer.BeginAsync(ScanKind.Full, ScanTrigger.Manual, Actor.Portal, TestPlaybook.Playbook, Cancel)).Value;

    private async Task<int> StoredAsync(ScanWriter scan) =>
        (await _database.Store.RecentScansAsync(1, Cancel)).Single(head => head.Id == scan.Scan.Id).People;

    private sealed class RetryingContexts(string file, IInterceptor connection) : IDbContextFactory<MeshReadinessDbContext>
    {
        private readonly DbContextOptions<SqliteContext> _options = new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite($"Data Source={file}", sqlite => sqlite.ExecutionStrategy(dependencies => new AgainAtOnce(dependencies)))
            .AddInterceptors(connection)
            .Options;

        public MeshReadinessDbContext CreateDbContext() => new SqliteContext(_options);
    }

    private sealed class AgainAtOnce(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 3, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;

        protected override TimeSpan? GetNextDelay(Exception lastException) =>
            base.GetNextDelay(lastException) is null ? null : TimeSpan.Zero;
    }

    private sealed class Connection : DbTransactionInterceptor
    {
        public int LostBeforeCommit { get; set; }

        public int LostAfterCommit { get; set; }

        public bool LosesEveryAnswer { get; set; }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            LostBeforeCommit-- > 0 ? throw new TimeoutException("Lost before the commit.") : ValueTask.FromResult(result);

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            LosesEveryAnswer || LostAfterCommit-- > 0 ? throw new TimeoutException("Lost after the commit.") : Task.CompletedTask;
    }
}
