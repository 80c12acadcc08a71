using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A snapshot's head. It stays as history when the contents are gone.</summary>
internal sealed class SnapshotRecord : IEntityTypeConfiguration<SnapshotRecord>
{
    public Guid Id { get; init; }

    /// <summary>Counts up with every scan. People are valid from one number to another.</summary>
    public int Number { get; init; }

    public ScanKind Kind { get; init; }

    public string? KindBecause { get; init; }

    /// <summary>The roster that its people are in; an incremental scan shares that of the scan before.</summary>
    public int Roster { get; set; }

    /// <summary>The first key that this scan gave to a person.</summary>
    public long FirstKey { get; set; }

    /// <summary>The snapshot that an incremental scan goes on from.</summary>
    public Guid? BaseId { get; init; }

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

    public int? Added { get; set; }

    public int? Changed { get; set; }

    public int? Removed { get; set; }

    public long Calls { get; set; }

    public long Bytes { get; set; }

    public long Units { get; set; }

    public long Retries { get; set; }

    public long Throttled { get; set; }

    public TimeSpan Waited { get; set; }

    /// <summary>From where an incremental scan can ask what changed about people; <see langword="null"/> when it can't.</summary>
    public string? UsersMark { get; set; }

    /// <summary>The same for groups.</summary>
    public string? GroupsMark { get; set; }

    /// <summary>Whether a person asked the scan to end, wherever it runs.</summary>
    public bool CancelRequested { get; set; }

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
        builder.HasIndex(snapshot => snapshot.Number).IsUnique();
        builder.HasIndex(snapshot => snapshot.StartedAt);
        builder.HasMany(snapshot => snapshot.Readings).WithOne().HasForeignKey(reading => reading.SnapshotId).OnDelete(DeleteBehavior.Restrict);
    }
}
