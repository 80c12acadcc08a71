using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A product in holdings, to find the people who hold it.</summary>
internal sealed class HoldingsSkuRecord : IEntityTypeConfiguration<HoldingsSkuRecord>
{
    public int HoldingsId { get; init; }

    public Guid SkuId { get; init; }

    public void Configure(EntityTypeBuilder<HoldingsSkuRecord> builder)
    {
        builder.ToTable("HoldingsSkus");
        builder.HasKey(sku => new { sku.SkuId, sku.HoldingsId });
    }
}
