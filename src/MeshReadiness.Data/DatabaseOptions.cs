namespace MeshReadiness.Data;

/// <summary>Where the portal keeps what it knows.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Database";

    /// <summary>Which database; an embedded SQLite file unless told otherwise.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How to reach the database. Needed for SQL Server; for SQLite it replaces <see cref="Folder"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of the SQLite file, made when it is missing; relative to the working directory.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>How many seconds a save waits for another program that holds the SQLite file.</summary>
    public int BusyTimeoutSeconds { get; set; } = 15;
}
