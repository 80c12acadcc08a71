using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using MeshReadiness.Graph;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>The product's own parts as the portal puts them together, without its pages and its scheduler.</summary>
internal sealed class Product : IAsyncDisposable
{
    private static readonly Actor Somebody = new("benchmarks", "Benchmarks");

    private readonly ServiceProvider _services;

    private Product(ServiceProvider services) => _services = services;

    /// <summary>Puts it together over a folder, and makes the database in it ready.</summary>
    /// <param name="graph">The tenant.</param>
    /// <param name="folder">Where the database is to be.</param>
    /// <param name="settings">More settings.</param>
    /// <param name="interceptors">Who looks on at the database.</param>
    public static Task<Product> OpenAsync(
        Uri graph, string folder, IReadOnlyDictionary<string, string?> settings, params IEnumerable<IInterceptor> interceptors) =>
        OpenAsync(graph, folder, settings, services =>
        {
            foreach (var interceptor in interceptors)
            {
                services.AddSingleton(interceptor);
            }
        });

    /// <summary>The same with parts of the portal that scanning doesn't need.</summary>
    public static async Task<Product> OpenAsync(
        Uri graph, string folder, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> more)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Folder", folder)])
            .AddInMemoryCollection(settings)
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddMeshReadinessData()
            .AddMeshReadinessGraph(_ => new(graph, new StaticToken("benchmark.sample.token")))
            .AddSingleton(PlaybookLibrary.Mesh)
            .AddSingleton(ProductTable.Shipped)
            .AddSnapshots()
            .AddRollout()
            .AddOptions<ScanOptions>().BindConfiguration(ScanOptions.Section).Services
            .AddSingleton<ScanCoordinator>()
            .AddScoped<Scan>()
            .AddScoped<ScanStages>()
            .AddScoped<ScanPatience>();

        more(services);
        var product = new Product(services.BuildServiceProvider());
        var prepared = await product.Get<DatabasePreparation>().PrepareAsync(CancellationToken.None);
        return prepared.Succeeded ? product : throw new InvalidOperationException(prepared.Problem.Detail);
    }

    /// <summary>Over a fresh folder, with the settings of a new portal.</summary>
    public static Task<Product> OpenAsync(Uri graph, string folder, params IEnumerable<IInterceptor> interceptors) =>
        OpenAsync(graph, folder, new Dictionary<string, string?>(), interceptors);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A visit of its own.</summary>
    public AsyncServiceScope Visit() => _services.CreateAsyncScope();

    /// <summary>Scans, or goes on with a scan that was cut off.</summary>
    public async Task<Result<SnapshotHead>> TryScanAsync(ScanKind kind, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        Get<ScanCoordinator>().Begin(ScanTrigger.Manual, Somebody, kind);
        return await scope.ServiceProvider.GetRequiredService<Scan>()
            .RunAsync(new(ScanTrigger.Manual, Somebody, kind, CancellationToken.None), cancellationToken);
    }

    /// <summary>The same where nothing is expected to go wrong.</summary>
    public async Task<SnapshotHead> ScanAsync(ScanKind kind, CancellationToken cancellationToken)
    {
        var outcome = await TryScanAsync(kind, cancellationToken);
        return outcome.TryGet(out var head) ? head : throw new InvalidOperationException(outcome.Problem.Detail);
    }

    /// <summary>Lets go of the database's files as well, so that their folder can go.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
