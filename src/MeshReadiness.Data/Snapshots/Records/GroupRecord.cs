using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A group that matters for readiness.</summary>
internal sealed class GroupRecord : IEntityTypeConfiguration<GroupRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public string Id { get; init; } = "";

    public string? DisplayName { get; init; }

    public bool IsMicrosoft365 { get; init; }

    /// <summary>The products that it gives, as JSON.</summary>
    public string AssignedSkuIds { get; init; } = "";

    public string? LicenseProcessingState { get; init; }

    public bool HasMembersWithLicenseErrors { get; init; }

    public void Configure(EntityTypeBuilder<GroupRecord> builder)
    {
        builder.ToTable("Groups");
        builder.HasKey(group => new { group.SnapshotId, group.Position });
        builder.Property(group => group.Id).HasMaxLength(Lengths.Id).IsRequired();
        builder.BelongsToSnapshot(group => group.SnapshotId);
    }
}
