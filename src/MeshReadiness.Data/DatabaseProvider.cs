namespace MeshReadiness.Data;

/// <summary>The databases that the portal can use.</summary>
public enum DatabaseProvider
{
    /// <summary>One file beside the portal; nothing to install.</summary>
    Sqlite,

    /// <summary>SQL Server or Azure SQL, for production and for several instances.</summary>
    SqlServer,
}
