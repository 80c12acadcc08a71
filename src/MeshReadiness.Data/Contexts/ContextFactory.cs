using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Data;

/// <summary>Opens contexts of the chosen provider.</summary>
internal sealed class ContextFactory(DatabaseLocation location, IEnumerable<IInterceptor> interceptors) : IDbContextFactory<MeshReadinessDbContext>
{
    // Enough for a failover of Azure SQL to pass; a server that isn't there is told after about ten seconds.
    private const int MostRetries = 4;
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    private readonly Func<MeshReadinessDbContext> _open = location.Provider is DatabaseProvider.SqlServer
        ? SqlServer(location.ConnectionString, interceptors)
        : Sqlite(location.ConnectionString, interceptors);

    public MeshReadinessDbContext CreateDbContext() => _open();

    public static Func<SqliteContext> Sqlite(string connectionString, IEnumerable<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connectionString).AddInterceptors(interceptors).Options;
        return () => new SqliteContext(options);
    }

    public static Func<SqlServerContext> SqlServer(string connectionString, IEnumerable<IInterceptor> interceptors)
    {
        var options = new DbContextOptionsBuilder<SqlServerContext>()
            .UseSqlServer(connectionString, server => server.EnableRetryOnFailure(MostRetries, LongestRetryDelay, errorNumbersToAdd: null))
            .AddInterceptors(interceptors).Options;
        return () => new SqlServerContext(options);
    }
}
