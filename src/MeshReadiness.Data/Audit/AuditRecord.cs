using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>One line of the audit record. Triggers in the database refuse to change or remove it.</summary>
internal sealed class AuditRecord : IEntityTypeConfiguration<AuditRecord>
{
    public long Id { get; init; }

    public DateTimeOffset At { get; init; }

    public string ActorId { get; init; } = "";

    public string ActorName { get; init; } = "";

    public string Action { get; init; } = "";

    public string Subject { get; init; } = "";

    public string? Detail { get; init; }

    public Guid? RolloutId { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Its place in the chain; <see langword="null"/> for lines from before there was one.</summary>
    public long? Number { get; init; }

    public string? Hash { get; init; }

    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("AuditEntries", table => table.HasTrigger("AuditEntries_AppendOnly"));
        builder.Property(entry => entry.ActorId).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Action).HasMaxLength(Lengths.Code);
        builder.Property(entry => entry.Hash).HasMaxLength(Lengths.Id);
        builder.HasIndex(entry => entry.Number).IsUnique();
        builder.HasIndex(entry => new { entry.RolloutId, entry.Id });
    }
}
