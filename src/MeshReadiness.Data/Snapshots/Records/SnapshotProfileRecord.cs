using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>How many people of a snapshot have a profile, and the footprint that follows from it in this tenant.</summary>
internal sealed class SnapshotProfileRecord : IEntityTypeConfiguration<SnapshotProfileRecord>
{
    public Guid SnapshotId { get; init; }

    public int ProfileId { get; init; }

    public string Footprint { get; init; } = "";

    public int People { get; init; }

    public void Configure(EntityTypeBuilder<SnapshotProfileRecord> builder)
    {
        builder.ToTable("SnapshotProfiles");
        builder.HasKey(profile => new { profile.SnapshotId, profile.ProfileId });
        builder.Property(profile => profile.Footprint).HasMaxLength(Lengths.Footprint);
        builder.HasIndex(profile => new { profile.SnapshotId, profile.Footprint });
        builder.BelongsToSnapshot(profile => profile.SnapshotId);
    }
}
