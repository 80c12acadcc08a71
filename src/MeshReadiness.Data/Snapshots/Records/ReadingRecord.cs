using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>What came of reading one topic.</summary>
internal sealed class ReadingRecord : IEntityTypeConfiguration<ReadingRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public TenantTopic Topic { get; init; }

    public int Count { get; init; }

    public DateTimeOffset ReadAt { get; init; }

    public ProblemKind? ProblemKind { get; init; }

    public string? ProblemDetail { get; init; }

    public void Configure(EntityTypeBuilder<ReadingRecord> builder)
    {
        builder.ToTable("SnapshotReadings");
        builder.HasKey(reading => new { reading.SnapshotId, reading.Position });
    }
}
