using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Data;

/// <summary>The chosen database: how to reach it, and how to name it in a sentence without giving a secret away.</summary>
internal sealed record DatabaseLocation
{
    public const string FileName = "meshreadiness.db";

    public DatabaseLocation(IOptions<DatabaseOptions> options)
    {
        var chosen = options.Value;
        Provider = chosen.Provider;

        if (Provider is DatabaseProvider.SqlServer)
        {
            var server = new SqlConnectionStringBuilder(chosen.ConnectionString);
            ConnectionString = server.ConnectionString;
            Name = $"The database {server.InitialCatalog} on {server.DataSource}";
            return;
        }

        var file = new SqliteConnectionStringBuilder(chosen.ConnectionString ?? "");

        if (string.IsNullOrWhiteSpace(file.DataSource))
        {
            file.DataSource = Path.Combine(chosen.Folder, FileName);
        }

        var isMemory = file.Mode is SqliteOpenMode.Memory || file.DataSource == ":memory:";

        if (!isMemory && !file.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            file.DataSource = FilePath = Path.GetFullPath(file.DataSource);
        }

        file.DefaultTimeout = chosen.BusyTimeoutSeconds;
        ConnectionString = file.ConnectionString;
        Name = $"The database file {file.DataSource}";
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; init; }

    /// <summary>The database as a sentence's first words.</summary>
    public string Name { get; }

    /// <summary>The SQLite file; <see langword="null"/> for everything else.</summary>
    public string? FilePath { get; }
}
