using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A snapshot's head. It stays as history when the contents are gone.</summary>
internal sealed class SnapshotRecord : IEntityTypeConfiguration<SnapshotRecord>
{
    public Guid Id { get; init; }

    public ScanTrigger Trigger { get; init; }

    public string StartedById { get; init; } = "";

    public string StartedByName { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When the scan last saved something; a running scan that has been silent for long is dead.</summary>
    public DateTimeOffset TouchedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public ScanState State { get; set; }

    public ProblemKind? ProblemKind { get; set; }

    public string? ProblemDetail { get; set; }

    public string PlaybookId { get; init; } = "";

    public int PlaybookVersion { get; init; }

    public string? TenantId { get; set; }

    public string? TenantName { get; set; }

    public string? TenantType { get; set; }

    public string? TenantCountry { get; set; }

    public string? TenantDomain { get; set; }

    public int People { get; set; }

    /// <summary>Whether people and tenant have been removed to make room; the counts stay.</summary>
    public bool IsEmptied { get; set; }

    public List<ReadingRecord> Readings { get; init; } = [];

    public void Configure(EntityTypeBuilder<SnapshotRecord> builder)
    {
        builder.ToTable("Snapshots");
        builder.Property(snapshot => snapshot.Id).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.StartedById).HasMaxLength(Lengths.Id);
        builder.Property(snapshot => snapshot.PlaybookId).HasMaxLength(Lengths.Code);
        builder.Property(snapshot => snapshot.TenantId).HasMaxLength(Lengths.Id);
        builder.HasIndex(snapshot => snapshot.StartedAt);
        builder.HasMany(snapshot => snapshot.Readings).WithOne().HasForeignKey(reading => reading.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
