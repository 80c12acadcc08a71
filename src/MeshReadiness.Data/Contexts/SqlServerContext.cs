using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The model in SQL Server or Azure SQL.</summary>
internal sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : MeshReadinessDbContext(options)
{
    private const string Exact = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<PersonWordRecord>(word =>
        {
            word.ToTable("PeopleWords");
            word.HasKey(entry => new { entry.Word, entry.Key });
            word.Property(entry => entry.Word).HasMaxLength(Lengths.Word);
            word.HasIndex(entry => entry.Key);
        });

        // Texts with a length are ids, codes and normalised names. They are compared letter by letter, as SQLite does,
        // whatever the server's own collation is.
        var exact = modelBuilder.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.GetMaxLength() is not null);

        foreach (var property in exact)
        {
            property.SetCollation(Exact);
        }

        modelBuilder.Entity<FootprintVerdictRecord>().Property(verdict => verdict.ReasonCodes).UseCollation(Exact);
    }
}
