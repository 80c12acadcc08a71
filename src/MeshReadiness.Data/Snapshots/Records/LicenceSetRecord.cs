using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Licences, plans and assignments that at least one person holds exactly so. Most people share theirs with many.</summary>
internal sealed class LicenceSetRecord : IEntityTypeConfiguration<LicenceSetRecord>
{
    public Guid SnapshotId { get; init; }

    /// <summary>Follows from the contents.</summary>
    public string Key { get; init; } = "";

    public string Json { get; init; } = "";

    public void Configure(EntityTypeBuilder<LicenceSetRecord> builder)
    {
        builder.ToTable("LicenceSets");
        builder.HasKey(set => new { set.SnapshotId, set.Key });
        builder.Property(set => set.Key).HasMaxLength(Lengths.LicenceSet);
        builder.BelongsToSnapshot(set => set.SnapshotId);
    }
}
