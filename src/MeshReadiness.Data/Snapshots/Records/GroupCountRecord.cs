using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>How many people with a footprint carry a label: what an incremental scan goes on counting from.</summary>
internal sealed class GroupCountRecord : IEntityTypeConfiguration<GroupCountRecord>
{
    public Guid SnapshotId { get; init; }

    public Dimension Dimension { get; init; }

    /// <summary>The label's id; 0 for people without one.</summary>
    public int LabelId { get; init; }

    public string Footprint { get; init; } = "";

    public int People { get; init; }

    public void Configure(EntityTypeBuilder<GroupCountRecord> builder)
    {
        builder.ToTable("GroupCounts");
        builder.HasKey(count => new { count.SnapshotId, count.Dimension, count.LabelId, count.Footprint });
        builder.Property(count => count.Footprint).HasMaxLength(Lengths.Footprint);
        builder.BelongsToSnapshot(count => count.SnapshotId);
    }
}
