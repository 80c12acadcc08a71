using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>How many people a reason keeps from an experience.</summary>
internal sealed class ReasonCountRecord : IEntityTypeConfiguration<ReasonCountRecord>
{
    public Guid SnapshotId { get; init; }

    public string ExperienceId { get; init; } = "";

    public string Code { get; init; } = "";

    public int Position { get; init; }

    /// <summary>The whole reason as JSON.</summary>
    public string Reason { get; init; } = "";

    public int People { get; init; }

    public void Configure(EntityTypeBuilder<ReasonCountRecord> builder)
    {
        builder.ToTable("ReasonCounts");
        builder.HasKey(count => new { count.SnapshotId, count.ExperienceId, count.Code });
        builder.Property(count => count.ExperienceId).HasMaxLength(Lengths.Code);
        builder.Property(count => count.Code).HasMaxLength(Lengths.Code);
        builder.BelongsToSnapshot(count => count.SnapshotId);
    }
}
