using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>What somebody said about a task.</summary>
internal sealed class TaskCommentRecord : IEntityTypeConfiguration<TaskCommentRecord>
{
    public Guid Id { get; init; }

    public Guid RolloutId { get; init; }

    public string TaskId { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string ById { get; init; } = "";

    public string ByName { get; init; } = "";

    public string Text { get; init; } = "";

    public void Configure(EntityTypeBuilder<TaskCommentRecord> builder)
    {
        builder.ToTable("TaskComments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.TaskId).HasMaxLength(Lengths.Code);
        builder.Property(comment => comment.ById).HasMaxLength(Lengths.Id);
        builder.HasIndex(comment => new { comment.RolloutId, comment.TaskId, comment.At });
        builder.HasOne<RolloutRecord>().WithMany().HasForeignKey(comment => comment.RolloutId).OnDelete(DeleteBehavior.Cascade);
    }
}
