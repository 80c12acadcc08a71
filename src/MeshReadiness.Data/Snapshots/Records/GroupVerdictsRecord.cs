using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The verdicts on one experience in one group of people; see <see cref="GroupVerdicts"/>.</summary>
internal sealed class GroupVerdictsRecord : IEntityTypeConfiguration<GroupVerdictsRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public Dimension Dimension { get; init; }

    public string Value { get; init; } = "";

    public string ExperienceId { get; init; } = "";

    public int Ready { get; init; }

    public int NotReady { get; init; }

    public int Unknown { get; init; }

    public int NotApplicable { get; init; }

    public void Configure(EntityTypeBuilder<GroupVerdictsRecord> builder)
    {
        builder.ToTable("GroupVerdicts");
        builder.HasKey(verdicts => new { verdicts.SnapshotId, verdicts.Position });
        builder.Property(verdicts => verdicts.ExperienceId).HasMaxLength(Lengths.Code);
        builder.BelongsToSnapshot(verdicts => verdicts.SnapshotId);
    }
}
