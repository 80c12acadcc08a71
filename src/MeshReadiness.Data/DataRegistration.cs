using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Data;

/// <summary>Adds what the portal stores and reads.</summary>
public static class DataRegistration
{
    /// <summary>Adds options, the context factory of the chosen provider, and the stores. The stores hold no state and live once.</summary>
    public static IServiceCollection AddMeshReadinessData(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DatabaseOptions, DatabaseOptionsValidator>().BindConfiguration(DatabaseOptions.Section);
        services.TryAddSingleton(TimeProvider.System);

        return services
            .AddSingleton(provider => new DatabaseLocation(provider.GetRequiredService<IOptions<DatabaseOptions>>()))
            .AddSingleton(provider => Scheduler(provider.GetRequiredService<DatabaseLocation>()))
            .AddSingleton(provider => new StorageProblems(provider.GetRequiredService<DatabaseLocation>()))
            .AddSingleton<IDbContextFactory<MeshReadinessDbContext>, ContextFactory>()
            .AddSingleton(provider => new DatabasePreparation(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(),
                provider.GetRequiredService<DatabaseLocation>(),
                provider.GetRequiredService<StorageProblems>()))
            .AddSingleton<DatabaseProbe>()
            .AddSingleton(provider => Tables(provider.GetRequiredService<DatabaseLocation>()))
            .AddSingleton(provider => new SnapshotWriter(
                new BulkContexts(provider.GetRequiredService<DatabaseLocation>(), provider.GetServices<IInterceptor>()),
                provider.GetRequiredService<StorageProblems>(),
                provider.GetRequiredService<IBulkTables>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<SqliteReaders>()
            .AddSingleton(People)
            .AddSingleton(provider => new SnapshotStore(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(),
                provider.GetRequiredService<IBulkTables>(),
                provider.GetRequiredService<IPeopleReads>()))
            .AddSingleton(provider => new PersonHistory(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>()))
            .AddSingleton(provider => new PeopleSets(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>()))
            .AddSingleton(provider => new ClassedPeople(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>()))
            .AddSingleton(provider => new AuditStore(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new EvidenceFileStore(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>()))
            .AddSingleton(provider => new RolloutTransfer(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<StorageProblems>()))
            .AddSingleton(provider => new RolloutStore(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<StorageProblems>()))
            .AddSingleton(provider => new CommentStore(
                provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<StorageProblems>()))
            .AddSingleton(provider => Notes<Outreach>(provider))
            .AddSingleton(provider => Notes<Decision>(provider, new DecisionTasks(provider.GetRequiredService<FindDecisionAid>()).FollowAsync))
            .AddSingleton(provider => new PlaybookEditions(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>()));
    }

    private static RolloutNotes<T> Notes<T>(IServiceProvider provider, RolloutNotes<T>.Alongside? alongside = null)
        where T : class, IRolloutNote<T> => new(
            provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<StorageProblems>(), alongside);

    private static IPeopleReads People(IServiceProvider provider)
    {
        var model = new ModelReads(provider.GetRequiredService<IDbContextFactory<MeshReadinessDbContext>>(), provider.GetRequiredService<IBulkTables>());
        return provider.GetRequiredService<DatabaseLocation>().Provider is DatabaseProvider.SqlServer
            ? model
            : new SqliteReads(provider.GetRequiredService<SqliteReaders>(), model);
    }

    private static IBulkTables Tables(DatabaseLocation location) =>
        location.Provider is DatabaseProvider.SqlServer ? new SqlServerBulkTables() : new SqliteBulkTables();

    private static SchedulerStorage Scheduler(DatabaseLocation location) =>
        new(location.Provider is DatabaseProvider.SqlServer, location.ConnectionString);
}
