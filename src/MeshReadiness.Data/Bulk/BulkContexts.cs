using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Data;

/// <summary>
/// Contexts for what a scan writes. In SQLite they have connections of their own, with more memory for pages and without a
/// wait for the disk at every page: after a loss of power a scan goes on from an earlier checkpoint, and what people wrote,
/// which uses the other contexts, is safe.
/// </summary>
internal sealed class BulkContexts(DatabaseLocation location, IEnumerable<IInterceptor> interceptors) : IDbContextFactory<MeshReadinessDbContext>
{
    private readonly ContextFactory _contexts = new(
        location.Provider is DatabaseProvider.Sqlite ? location with { ConnectionString = Apart(location.ConnectionString) } : location,
        location.Provider is DatabaseProvider.Sqlite ? [.. interceptors, new BulkSettings()] : interceptors);

    public MeshReadinessDbContext CreateDbContext() => _contexts.CreateDbContext();

    // Connections are pooled by their text, so another text is another pool.
    private static string Apart(string connectionString)
    {
        var apart = new SqliteConnectionStringBuilder(connectionString);
        apart.DefaultTimeout++;
        return apart.ConnectionString;
    }

    private sealed class BulkSettings : DbConnectionInterceptor
    {
        private const string Settings =
            "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = FILE;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
