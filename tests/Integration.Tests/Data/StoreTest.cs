using System.Text.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What the tests of the stores share: a prepared database, and a scan in one line.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase? _database;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static Actor Admin { get; } = new("11111111-1111-1111-1111-111111111111", "Ada Lovelace");

    protected TestDatabase Database => _database!;

    /// <summary>The database that the class is about.</summary>
    protected virtual Task<TestDatabase> MakeAsync() => Task.FromResult(TestDatabase.Sqlite(_folder.Path));

    public async ValueTask InitializeAsync()
    {
        _database = await MakeAsync();
        var prepared = await _database.Preparation.PrepareAsync(Cancel);
        Assert.True(prepared.Succeeded, prepared.Succeeded ? null : prepared.Problem.Detail);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts a scan, a minute after whatever was before.</summary>
    protected async Task<Guid> BeginAsync()
    {
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await Database.Writer.BeginAsync(ScanTrigger.Manual, Admin, TestPlaybook.Playbook, Cancel)).Value;
    }

    protected async Task<IReadOnlyList<UserFacts>> AddAsync(Guid snapshotId, params IEnumerable<UserFacts> people) =>
        (await Database.Writer.AddUsersAsync(snapshotId, TestPlaybook.Entries(people), Cancel)).Value;

    /// <summary>Counts, judges and completes a scan of these people.</summary>
    protected async Task<SnapshotHead> CompleteAsync(Guid snapshotId, IEnumerable<UserFacts> people)
    {
        var (population, report) = TestPlaybook.Judge(people);
        var completed = await Database.Writer.CompleteAsync(
            snapshotId, population, report, TestPlaybook.Rules, TestPlaybook.Readings(Database.Clock.GetUtcNow()), Cancel);
        Assert.True(completed.Succeeded, completed.Succeeded ? null : completed.Problem.Detail);
        return completed.Value;
    }

    /// <summary>A whole scan.</summary>
    protected async Task<Guid> ScanAsync(params IReadOnlyCollection<UserFacts> people)
    {
        var id = await BeginAsync();
        await Database.Writer.SaveTenantAsync(id, TestPlaybook.Tenant, TestPlaybook.Readings(Database.Clock.GetUtcNow()), Cancel);
        await AddAsync(id, people);
        await CompleteAsync(id, people);
        return id;
    }

    /// <summary>Facts as text, because lists inside records are compared by identity.</summary>
    protected static string Text<T>(T facts) => JsonSerializer.Serialize(facts);
}
