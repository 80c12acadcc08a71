using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Quartz;
using Quartz.Impl.AdoJobStore;
using Quartz.Impl.AdoJobStore.Common;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>How the scheduler is set up for each database. Needs no server: nothing is started.</summary>
public sealed class ClusterSettingsTests
{
    [Fact]
    public async Task On_sql_server_the_instances_are_a_cluster()
    {
        await using var services = With(("Database:Provider", "SqlServer"), ("Database:ConnectionString", "Server=nowhere.invalid;Database=MeshReadiness"));

        var cluster = Options<ClusteringOptions>(services);
        Assert.Equal((true, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)), (cluster.Enabled, cluster.CheckinInterval, cluster.CheckinMisfireThreshold));
        Assert.True(Options<QuartzSchedulerOptions>(services).GenerateInstanceId);
        Assert.True(Options<AdoJobStoreOptions>(services).UseDbLocks);
        Assert.IsType<SqlServerDelegate>(services.GetRequiredService<IDriverDelegate>());
        var provider = services.GetRequiredService<IDbProvider>();
        Assert.Equal("Microsoft.Data.SqlClient.SqlConnection", provider.Metadata.ConnectionType!.FullName);
        Assert.Contains("nowhere.invalid", provider.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sqlite_file_has_one_instance_that_waits_for_the_file_as_the_portal_does()
    {
        await using var services = With(("Database:Folder", "/somewhere"), ("Database:BusyTimeoutSeconds", "7"));

        Assert.False(Options<ClusteringOptions>(services).Enabled);
        Assert.False(Options<QuartzSchedulerOptions>(services).GenerateInstanceId);
        Assert.False(Options<AdoJobStoreOptions>(services).UseDbLocks);
        Assert.IsType<SQLiteDelegate>(services.GetRequiredService<IDriverDelegate>());
        var provider = services.GetRequiredService<IDbProvider>();
        Assert.Equal("Microsoft.Data.Sqlite.SqliteConnection", provider.Metadata.ConnectionType!.FullName);
        Assert.Contains("Default Timeout=7", provider.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_cut_off_is_recovered_and_what_is_stored_is_text()
    {
        await using var services = With();

        var store = Options<AdoJobStoreOptions>(services);
        Assert.Equal("QRTZ_", store.TablePrefix);
        Assert.True(store.StoreJobDataAsStrings);
        Assert.True(store.RecoverFiringsCancelledByShutdown);
        Assert.Equal(SchemaProvisioning.Validate, store.SchemaProvisioning);
        Assert.Equal(ShutdownJobInterruption.Always, Options<QuartzSchedulerOptions>(services).ShutdownJobInterruption);
        Assert.True(Options<QuartzHostedServiceOptions>(services).WaitForJobsToComplete);
    }

    private static ServiceProvider With(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build())
        .AddLogging()
        .AddMeshReadinessData()
        .AddScheduler()
        .BuildServiceProvider();

    private static T Options<T>(ServiceProvider services) where T : class => services.GetRequiredService<IOptions<T>>().Value;
}
