namespace MeshReadiness.Data;

/// <summary>
/// Where the scheduler keeps what is due: the portal's own database, which holds Quartz's tables beside ours. A class
/// and no record, because the connection string may hold a password and must not be printed by accident.
/// </summary>
/// <param name="isSqlServer">Whether it is SQL Server, which several instances may share; an SQLite file otherwise.</param>
/// <param name="connectionString">How to reach it.</param>
public sealed class SchedulerStorage(bool isSqlServer, string connectionString)
{
    /// <summary>Whether it is SQL Server, which several instances may share; an SQLite file otherwise.</summary>
    public bool IsSqlServer { get; } = isSqlServer;

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; } = connectionString;
}
