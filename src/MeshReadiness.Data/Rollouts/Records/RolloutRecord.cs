using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A rollout.</summary>
internal sealed class RolloutRecord : IEntityTypeConfiguration<RolloutRecord>
{
    public const char Separator = ' ';

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public string PlaybookId { get; init; } = "";

    public int PlaybookVersion { get; set; }

    /// <summary>The ids of the experiences that are wanted.</summary>
    public string Experiences { get; set; } = "";

    public DateOnly? TargetDate { get; set; }

    public bool IsArchived { get; set; }

    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public void Configure(EntityTypeBuilder<RolloutRecord> builder)
    {
        builder.ToTable("Rollouts");
        builder.Property(rollout => rollout.Id).ValueGeneratedNever();
        builder.Property(rollout => rollout.Version).IsConcurrencyToken();
    }
}
