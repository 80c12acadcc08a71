using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>What people have said about one task. There is no row for a task that nobody has touched.</summary>
internal sealed class TaskWorkRecord : IEntityTypeConfiguration<TaskWorkRecord>
{
    public Guid RolloutId { get; init; }

    public string TaskId { get; init; } = "";

    public string? OwnerId { get; set; }

    public string? OwnerName { get; set; }

    public DateOnly? Due { get; set; }

    public TaskIntent Intent { get; set; }

    public string? Because { get; set; }

    public string? RiskBecause { get; set; }

    public DateOnly? RiskExpiresOn { get; set; }

    public string? RiskAskedById { get; set; }

    public string? RiskAskedByName { get; set; }

    public DateTimeOffset? RiskAskedAt { get; set; }

    public string? RiskApprovedById { get; set; }

    public string? RiskApprovedByName { get; set; }

    public DateTimeOffset? RiskApprovedAt { get; set; }

    public int Version { get; set; }

    public void Configure(EntityTypeBuilder<TaskWorkRecord> builder)
    {
        builder.ToTable("TaskWork");
        builder.HasKey(work => new { work.RolloutId, work.TaskId });
        builder.Property(work => work.TaskId).HasMaxLength(Lengths.Code);
        builder.Property(work => work.OwnerId).HasMaxLength(Lengths.Id);
        builder.Property(work => work.RiskAskedById).HasMaxLength(Lengths.Id);
        builder.Property(work => work.RiskApprovedById).HasMaxLength(Lengths.Id);
        builder.Property(work => work.Version).IsConcurrencyToken();
        builder.HasIndex(work => work.OwnerId);
        builder.HasOne<RolloutRecord>().WithMany().HasForeignKey(work => work.RolloutId).OnDelete(DeleteBehavior.Cascade);
    }
}
