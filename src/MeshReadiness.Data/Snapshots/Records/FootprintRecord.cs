using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A footprint, how many people share it, and the best that they can do.</summary>
internal sealed class FootprintRecord : IEntityTypeConfiguration<FootprintRecord>
{
    public Guid SnapshotId { get; init; }

    /// <summary>Follows from the contents; see <see cref="FootprintKeys"/>.</summary>
    public string Key { get; init; } = "";

    public int Position { get; init; }

    public UserType? UserType { get; init; }

    public bool? AccountEnabled { get; init; }

    public string Standings { get; init; } = "";

    public Verdict Best { get; init; }

    public int People { get; init; }

    public void Configure(EntityTypeBuilder<FootprintRecord> builder)
    {
        builder.ToTable("Footprints");
        builder.HasKey(footprint => new { footprint.SnapshotId, footprint.Key });
        builder.Property(footprint => footprint.Key).HasMaxLength(Lengths.Footprint);
        builder.Property(footprint => footprint.Standings).HasMaxLength(Lengths.Footprint);
        builder.BelongsToSnapshot(footprint => footprint.SnapshotId);
    }
}
