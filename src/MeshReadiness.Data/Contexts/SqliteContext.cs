using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The model as an embedded SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : MeshReadinessDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite cannot order or compare dates with an offset; as UTC ticks it can.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

        // 16 bytes instead of 36 letters, in every row and every index.
        configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }
}
