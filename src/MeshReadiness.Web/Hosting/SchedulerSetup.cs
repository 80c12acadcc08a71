using MeshReadiness.Data;
using Quartz;
using Quartz.Impl.AdoJobStore;
using Quartz.Impl.AdoJobStore.Common;

namespace MeshReadiness.Web.Hosting;

/// <summary>
/// Quartz over the portal's own database. On SQL Server the instances are a cluster: one of them runs what is due, and
/// another takes over when it dies. An SQLite file has one instance, which goes on after its own restart.
/// </summary>
internal static class SchedulerSetup
{
    /// <summary>How often an instance of a cluster says that it lives.</summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    // Beyond the longest pause that a living instance may have; its work would be started a second time.
    private static readonly TimeSpan LatestCheckIn = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddScheduler(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "MeshReadiness";
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            })
            .UsePersistentStore(store => store
                .ConfigureStore(Configure)
                .UseDriverDelegate(provider => Storage(provider).IsSqlServer ? Make<SqlServerDelegate>(provider) : Make<SQLiteDelegate>(provider))
                .UseConnectionProvider(provider => new DbProvider(
                    Storage(provider).IsSqlServer ? DataSourceOptions.Providers.SqlServer : DataSourceOptions.Providers.Sqlite,
                    Storage(provider).ConnectionString))));

        // Which database it is stands in validated options, so it is asked when they are there and not while registering.
        services.AddOptions<ClusteringOptions>().Configure<SchedulerStorage>((cluster, storage) =>
        {
            cluster.Enabled = storage.IsSqlServer;
            cluster.CheckinInterval = CheckIn;
            cluster.CheckinMisfireThreshold = LatestCheckIn;
        });
        services.AddOptions<AdoJobStoreOptions>().Configure<SchedulerStorage>((store, storage) => store.UseDbLocks = storage.IsSqlServer);
        services.AddOptions<QuartzSchedulerOptions>().Configure<SchedulerStorage>((scheduler, storage) => scheduler.GenerateInstanceId = storage.IsSqlServer);

        // Started by hand once the portal serves; stopped by Quartz.
        return services.AddQuartzHostedService(hosted =>
        {
            hosted.AutoStart = false;
            hosted.WaitForJobsToComplete = true;
        });
    }

    private static void Configure(AdoJobStoreOptions store)
    {
        store.TablePrefix = "QRTZ_";
        store.StoreJobDataAsStrings = true;
        store.MisfireThreshold = TimeSpan.FromMinutes(1);
        store.RecoverFiringsCancelledByShutdown = true;
        store.UseBackgroundThreads = true;

        // A trigger is never given up: it fires again once the database can take it.
        store.MaxConsecutiveFireFailures = 0;
    }

    private static SchedulerStorage Storage(IServiceProvider provider) => provider.GetRequiredService<SchedulerStorage>();

    private static IDriverDelegate Make<T>(IServiceProvider provider) where T : class, IDriverDelegate => ActivatorUtilities.CreateInstance<T>(provider);
}
