using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A database of its own for one test, put together as the portal does it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Holds a connection string to a server on which databases may be made and dropped.</summary>
    public const string SqlServerVariable = "MESHREADINESS_TEST_SQLSERVER";

    private readonly ServiceProvider _services;
    private readonly Func<ValueTask> _remove;

    private TestDatabase(Dictionary<string, string?> settings, IEnumerable<IInterceptor> interceptors, Func<ValueTask> remove)
    {
        _remove = remove;
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<FindDecisionAid>((playbook, decision) =>
                playbook == TestPlaybook.Playbook.Id ? TestPlaybook.Playbook.Decisions.FirstOrDefault(aid => aid.Id == decision) : null);

        foreach (var interceptor in interceptors)
        {
            services.AddSingleton(interceptor);
        }

        _services = services.AddMeshReadinessData().BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public SnapshotWriter Writer => Get<SnapshotWriter>();

    public SnapshotStore Store => Get<SnapshotStore>();

    public PeopleSets Sets => Get<PeopleSets>();

    public AuditStore Audit => Get<AuditStore>();

    public RolloutStore Rollouts => Get<RolloutStore>();

    public RolloutNotes<Decision> Decisions => Get<RolloutNotes<Decision>>();

    public CommentStore Comments => Get<CommentStore>();

    public RolloutNotes<Outreach> Contacts => Get<RolloutNotes<Outreach>>();

    public PlaybookEditions Editions => Get<PlaybookEditions>();

    public EvidenceFileStore EvidenceFiles => Get<EvidenceFileStore>();

    public RolloutTransfer Transfer => Get<RolloutTransfer>();

    public DatabaseProbe Probe => Get<DatabaseProbe>();

    public DatabasePreparation Preparation => Get<DatabasePreparation>();

    /// <summary>How a program of its own reaches it.</summary>
    public string ConnectionString => Get<SchedulerStorage>().ConnectionString;

    public StorageProblems Problems => Get<StorageProblems>();

    internal IPeopleReads People => Get<IPeopleReads>();

    internal IBulkTables Tables => Get<IBulkTables>();

    internal IDbContextFactory<MeshReadinessDbContext> Contexts => Get<IDbContextFactory<MeshReadinessDbContext>>();

    /// <summary>Opens a context, to look behind the stores.</summary>
    public MeshReadinessDbContext Open() => Contexts.CreateDbContext();

    /// <summary>A folder of its own with an SQLite file in it, not yet prepared.</summary>
    public static TestDatabase Sqlite(string folder, Dictionary<string, string?>? settings = null, params IInterceptor[] interceptors) => new(
        new(settings ?? []) { ["Database:Folder"] = folder },
        interceptors,
        () =>
        {
            SqliteConnection.ClearAllPools();
            return ValueTask.CompletedTask;
        });

    /// <summary>SQL Server without a server: for what is only written, never sent.</summary>
    public static TestDatabase SqlServerOnPaper(params IInterceptor[] interceptors) => new(
        new()
        {
            ["Database:Provider"] = "SqlServer",
            ["Database:ConnectionString"] = "Server=nowhere.invalid;Database=MeshReadiness;Connect Timeout=1",
        },
        interceptors,
        () => ValueTask.CompletedTask);

    /// <summary>A fresh database on a real server, brought up to date; skips the test where there is no server.</summary>
    public static async Task<TestDatabase> SqlServerAsync()
    {
        var given = Environment.GetEnvironmentVariable(SqlServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(given), $"No SQL Server: {SqlServerVariable} holds no connection string.");
        var target = new SqlConnectionStringBuilder(given) { InitialCatalog = $"MeshReadiness_{Guid.NewGuid():N}" };

        TestDatabase? database = null;
        database = new(
            new() { ["Database:Provider"] = "SqlServer", ["Database:ConnectionString"] = target.ConnectionString },
            [],
            async () =>
            {
                await using var db = database!.Open();
                await db.Database.EnsureDeletedAsync();
            });

        await using var db = database.Open();
        await db.Database.MigrateAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await _remove();
        await _services.DisposeAsync();
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}
