using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>People by verdict for one experience.</summary>
internal sealed class ExperienceCountRecord : IEntityTypeConfiguration<ExperienceCountRecord>
{
    public Guid SnapshotId { get; init; }

    public string ExperienceId { get; init; } = "";

    public int Position { get; init; }

    public int Ready { get; init; }

    public int NotReady { get; init; }

    public int Unknown { get; init; }

    public int NotApplicable { get; init; }

    public void Configure(EntityTypeBuilder<ExperienceCountRecord> builder)
    {
        builder.ToTable("ExperienceCounts");
        builder.HasKey(count => new { count.SnapshotId, count.ExperienceId });
        builder.Property(count => count.ExperienceId).HasMaxLength(Lengths.Code);
        builder.BelongsToSnapshot(count => count.SnapshotId);
    }
}
