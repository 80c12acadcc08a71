using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Licences, plans and assignments that at least one person holds exactly so. Most people share theirs with many.</summary>
internal sealed class HoldingsRecord : IEntityTypeConfiguration<HoldingsRecord>
{
    public int Id { get; init; }

    /// <summary>A hash of the contents; see <see cref="StoredHoldings"/>.</summary>
    public string Hash { get; init; } = "";

    public string Json { get; init; } = "";

    public void Configure(EntityTypeBuilder<HoldingsRecord> builder)
    {
        builder.ToTable("Holdings");
        builder.Property(holdings => holdings.Id).ValueGeneratedNever();
        builder.Property(holdings => holdings.Hash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(holdings => holdings.Hash).IsUnique();
    }
}
