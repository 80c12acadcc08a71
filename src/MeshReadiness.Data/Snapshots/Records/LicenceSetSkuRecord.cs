using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A product in a licence set, to find the people who hold it.</summary>
internal sealed class LicenceSetSkuRecord : IEntityTypeConfiguration<LicenceSetSkuRecord>
{
    public Guid SnapshotId { get; init; }

    public Guid SkuId { get; init; }

    public string LicenceSet { get; init; } = "";

    public void Configure(EntityTypeBuilder<LicenceSetSkuRecord> builder)
    {
        builder.ToTable("LicenceSetSkus");
        builder.HasKey(sku => new { sku.SnapshotId, sku.LicenceSet, sku.SkuId });
        builder.Property(sku => sku.LicenceSet).HasMaxLength(Lengths.LicenceSet);
        builder.HasIndex(sku => new { sku.SnapshotId, sku.SkuId, sku.LicenceSet });
        builder.BelongsToSnapshot(sku => sku.SnapshotId);
    }
}
