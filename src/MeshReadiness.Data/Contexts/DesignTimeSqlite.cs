using Microsoft.EntityFrameworkCore.Design;

namespace MeshReadiness.Data;

/// <summary>Lets the tool that writes migrations make a context. It opens no file.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => ContextFactory.Sqlite("Data Source=design-time.db", [])();
}
