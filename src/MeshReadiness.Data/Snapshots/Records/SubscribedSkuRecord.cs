using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A product that the tenant has bought.</summary>
internal sealed class SubscribedSkuRecord : IEntityTypeConfiguration<SubscribedSkuRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public Guid SkuId { get; init; }

    public string SkuPartNumber { get; init; } = "";

    public string CapabilityStatus { get; init; } = "";

    public int ConsumedUnits { get; init; }

    public int Enabled { get; init; }

    public int Warning { get; init; }

    public int Suspended { get; init; }

    public int LockedOut { get; init; }

    /// <summary>The service plans as JSON.</summary>
    public string ServicePlans { get; init; } = "";

    public void Configure(EntityTypeBuilder<SubscribedSkuRecord> builder)
    {
        builder.ToTable("SubscribedSkus");
        builder.HasKey(sku => new { sku.SnapshotId, sku.Position });
        builder.BelongsToSnapshot(sku => sku.SnapshotId);
    }
}
