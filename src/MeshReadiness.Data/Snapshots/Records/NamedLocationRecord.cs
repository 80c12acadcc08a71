using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A named location of Conditional Access.</summary>
internal sealed class NamedLocationRecord : IEntityTypeConfiguration<NamedLocationRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public string Id { get; init; } = "";

    public string? DisplayName { get; init; }

    public bool? IsTrusted { get; init; }

    public string Json { get; init; } = "";

    public void Configure(EntityTypeBuilder<NamedLocationRecord> builder)
    {
        builder.ToTable("NamedLocations");
        builder.HasKey(location => new { location.SnapshotId, location.Position });
        builder.Property(location => location.Id).HasMaxLength(Lengths.Id).IsRequired();
        builder.BelongsToSnapshot(location => location.SnapshotId);
    }
}
