using MeshReadiness.Core.Eligibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The verdict on one experience for everybody with a footprint.</summary>
internal sealed class FootprintVerdictRecord : IEntityTypeConfiguration<FootprintVerdictRecord>
{
    public const char Separator = '|';

    public Guid SnapshotId { get; init; }

    public string ExperienceId { get; init; } = "";

    public string Footprint { get; init; } = "";

    public Verdict Verdict { get; init; }

    /// <summary>The codes of all reasons, with a <see cref="Separator"/> before, between and after.</summary>
    public string ReasonCodes { get; init; } = "";

    public void Configure(EntityTypeBuilder<FootprintVerdictRecord> builder)
    {
        builder.ToTable("FootprintVerdicts");
        builder.HasKey(verdict => new { verdict.SnapshotId, verdict.ExperienceId, verdict.Footprint });
        builder.Property(verdict => verdict.ExperienceId).HasMaxLength(Lengths.Code);
        builder.Property(verdict => verdict.Footprint).HasMaxLength(Lengths.Footprint);
        builder.BelongsToSnapshot(verdict => verdict.SnapshotId);
    }
}
