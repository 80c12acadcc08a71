using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A Conditional Access policy with its whole text.</summary>
internal sealed class PolicyRecord : IEntityTypeConfiguration<PolicyRecord>
{
    public Guid SnapshotId { get; init; }

    public int Position { get; init; }

    public string Id { get; init; } = "";

    public string? DisplayName { get; init; }

    public PolicyState State { get; init; }

    /// <summary>The groups that it names, as JSON.</summary>
    public string GroupIds { get; init; } = "";

    public string Json { get; init; } = "";

    public void Configure(EntityTypeBuilder<PolicyRecord> builder)
    {
        builder.ToTable("Policies");
        builder.HasKey(policy => new { policy.SnapshotId, policy.Position });
        builder.Property(policy => policy.Id).HasMaxLength(Lengths.Id).IsRequired();
        builder.BelongsToSnapshot(policy => policy.SnapshotId);
    }
}
