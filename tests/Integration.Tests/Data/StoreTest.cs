using System.Text.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What the tests of the stores share: a prepared database of their own.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private TestDatabase? _database;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static Actor Admin => TestScan.Admin;

    protected TestDatabase Database => _database!;

    /// <summary>The database that the class is about.</summary>
    protected virtual Task<TestDatabase> MakeAsync() => Task.FromResult(TestDatabase.Sqlite(_folder.Path));

    public async ValueTask InitializeAsync()
    {
        _database = await MakeAsync();
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));
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

    /// <summary>A whole full scan of these people.</summary>
    protected Task<Guid> ScanAsync(params IReadOnlyCollection<UserFacts> people) => Database.ScanAsync(people);

    /// <summary>Facts as text, because lists inside records are compared by identity.</summary>
    protected static string Text<T>(T facts) => JsonSerializer.Serialize(facts);
}
