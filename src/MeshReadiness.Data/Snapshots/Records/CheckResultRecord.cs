using MeshReadiness.Core.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The answer of a check to one task.</summary>
internal sealed class CheckResultRecord : IEntityTypeConfiguration<CheckResultRecord>
{
    public Guid SnapshotId { get; init; }

    public string TaskId { get; init; } = "";

    public CheckOutcome Outcome { get; init; }

    /// <summary>Since when this has been the outcome: the end of the scan that first had it.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Whether it is only a clue that a person has to confirm.</summary>
    public bool IsHint { get; init; }

    public string Sentence { get; init; } = "";

    /// <summary>The findings as JSON.</summary>
    public string Findings { get; init; } = "";

    public void Configure(EntityTypeBuilder<CheckResultRecord> builder)
    {
        builder.ToTable("CheckResults");
        builder.HasKey(result => new { result.SnapshotId, result.TaskId });
        builder.Property(result => result.TaskId).HasMaxLength(Lengths.Code);
        builder.BelongsToSnapshot(result => result.SnapshotId);
    }
}
