using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Evidence that a person handed in for a task.</summary>
internal sealed class EvidenceRecord : IEntityTypeConfiguration<EvidenceRecord>
{
    public Guid Id { get; init; }

    public Guid RolloutId { get; init; }

    public string TaskId { get; init; } = "";

    public EvidenceSource Source { get; init; }

    public DateTimeOffset At { get; init; }

    public string ById { get; init; } = "";

    public string ByName { get; init; } = "";

    public string Words { get; init; } = "";

    /// <summary>What a parser read from it, as JSON.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it doesn't count any more. It stays, with its file, so that this can be undone.</summary>
    public bool IsTakenBack { get; init; }

    public void Configure(EntityTypeBuilder<EvidenceRecord> builder)
    {
        builder.ToTable("Evidence");
        builder.Property(evidence => evidence.Id).ValueGeneratedNever();
        builder.Property(evidence => evidence.TaskId).HasMaxLength(Lengths.Code);
        builder.Property(evidence => evidence.ById).HasMaxLength(Lengths.Id);
        builder.HasIndex(evidence => new { evidence.RolloutId, evidence.TaskId });
        builder.HasOne<RolloutRecord>().WithMany().HasForeignKey(evidence => evidence.RolloutId).OnDelete(DeleteBehavior.Cascade);
    }
}
