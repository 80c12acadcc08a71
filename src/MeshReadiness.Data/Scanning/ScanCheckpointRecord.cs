using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>How far the running scan is. Written with every page, in the page's own transaction; gone when the scan ends.</summary>
internal sealed class ScanCheckpointRecord : IEntityTypeConfiguration<ScanCheckpointRecord>
{
    public Guid SnapshotId { get; init; }

    public ScanStage Stage { get; init; }

    /// <summary>Where to go on reading; <see langword="null"/> to begin the stage.</summary>
    public string? Link { get; init; }

    /// <summary>The product whose holders' plans are being read.</summary>
    public Guid? SkuId { get; init; }

    /// <summary>The key that the next person gets.</summary>
    public long NextKey { get; init; }

    /// <summary>Up to which key people can be found by id and by name.</summary>
    public long IndexedTo { get; init; }

    public int? PeopleExpected { get; init; }

    /// <summary>Counts up with every save, to tell after a lost answer whether it arrived.</summary>
    public int Revision { get; init; }

    public void Configure(EntityTypeBuilder<ScanCheckpointRecord> builder)
    {
        builder.ToTable("ScanCheckpoints");
        builder.HasKey(checkpoint => checkpoint.SnapshotId);
        builder.Property(checkpoint => checkpoint.SnapshotId).ValueGeneratedNever();
        builder.BelongsToSnapshot(checkpoint => checkpoint.SnapshotId);
    }
}
