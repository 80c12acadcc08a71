using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MeshReadiness.Data;

/// <summary>A connection that only reads, with the statements that it has prepared.</summary>
internal sealed class SqliteReader : IDisposable
{
    // Files are read through the system's own cache, which all connections share, instead of one cache for each.
    private const string Settings = "PRAGMA mmap_size = 268435456; PRAGMA query_only = 1;";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    public SqliteReader(DatabaseLocation location)
    {
        var apart = new SqliteConnectionStringBuilder(location.ConnectionString) { Pooling = false };
        _connection = new(apart.ConnectionString);

        try
        {
            _connection.Open();
            raw.sqlite3_busy_timeout(_connection.Handle, (int)TimeSpan.FromSeconds(apart.DefaultTimeout).TotalMilliseconds);
            using var settings = _connection.CreateCommand();
            settings.CommandText = Settings;
            settings.ExecuteNonQuery();
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>A statement, prepared when it is asked for the first time.</summary>
    public SqliteStatement this[string sql] => _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = new(_connection, sql);

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
