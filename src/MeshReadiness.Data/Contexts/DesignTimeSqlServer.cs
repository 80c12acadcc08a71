using Microsoft.EntityFrameworkCore.Design;

namespace MeshReadiness.Data;

/// <summary>Lets the tool that writes migrations make a context. It reaches no server.</summary>
internal sealed class DesignTimeSqlServer : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) => ContextFactory.SqlServer("Server=design-time;Database=MeshReadiness", [])();
}
