using System.Data.Common;
using MeshReadiness.Core.Scanning;
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
        _writer = new(new RetryingContexts(_folder.DatabaseFile, _connection), _database.Problems, _database.Clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Lost_before_the_commit_everything_is_saved_by_the_next_attempt()
    {
        var id = await BeginAsync();

        _connection.LostBeforeCommit = 2;
        var added = await _writer.AddUsersAsync(id, TestPlaybook.Entries(TestPeople.Numbers(1, 50)), Cancel);

        Assert.Equal((50, 50), (added.Value.Count, await StoredAsync(id)));
    }

    [Fact]
    public async Task Lost_after_the_commit_people_are_still_told_as_new()
    {
        var id = await BeginAsync();

        _connection.LostAfterCommit = 1;
        var added = await _writer.AddUsersAsync(id, TestPlaybook.Entries(TestPeople.Numbers(1, 50)), Cancel);

        Assert.Equal((50, 50), (added.Value.Count, await StoredAsync(id)));
    }

    [Fact]
    public async Task Lost_after_the_commit_of_every_step_the_scan_is_whole()
    {
        var people = TestPeople.Numbers(1, 50);
        var (population, report) = TestPlaybook.Judge(people);

        _connection.LostAfterCommit = 1;
        var id = await BeginAsync();
        _connection.LostAfterCommit = 1;
        var tenant = await _writer.SaveTenantAsync(id, TestPlaybook.Tenant, [], Cancel);
        _connection.LostAfterCommit = 1;
        await _writer.AddUsersAsync(id, TestPlaybook.Entries(people), Cancel);
        _connection.LostAfterCommit = 1;
        var completed = await _writer.CompleteAsync(id, population, report, TestPlaybook.Rules, [], Cancel);

        Assert.True(tenant.Succeeded);
        Assert.Equal((ScanState.Complete, 50), (completed.Value.State, completed.Value.People));
        Assert.Equal(id, (await _database.Store.CurrentAsync(Cancel))!.Id);
        Assert.Single(await _database.Store.RecentScansAsync(9, Cancel));
    }

    private async Task<Guid> BeginAsync() => (await _writer.BeginAsync(ScanTrigger.Manual, Actor.Portal, TestPlaybook.Playbook, Cancel)).Value;

    private async Task<int> StoredAsync(Guid id) => (await _database.Store.RecentScansAsync(1, Cancel)).Single(head => head.Id == id).People;

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

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            LostBeforeCommit-- > 0 ? throw new TimeoutException("Lost before the commit.") : ValueTask.FromResult(result);

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            LostAfterCommit-- > 0 ? throw new TimeoutException("Lost after the commit.") : Task.CompletedTask;
    }
}
