using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Tells a part of the tenant that was read, and may be empty, from one that was not. Small parts are kept whole in it.</summary>
internal sealed class TenantPartRecord : IEntityTypeConfiguration<TenantPartRecord>
{
    public Guid SnapshotId { get; init; }

    public TenantTopic Topic { get; init; }

    public ProblemKind? ProblemKind { get; init; }

    public string? ProblemDetail { get; init; }

    /// <summary>What was read, as JSON, of topics that have no rows of their own.</summary>
    public string? Facts { get; init; }

    /// <summary>What came of reading a part.</summary>
    public static TenantPartRecord Of<T>(Guid snapshotId, TenantTopic topic, Result<T> part, string? facts = null) => new()
    {
        SnapshotId = snapshotId,
        Topic = topic,
        ProblemKind = part.Succeeded ? null : part.Problem.Kind,
        ProblemDetail = part.Succeeded ? null : part.Problem.Detail,
        Facts = facts,
    };

    public void Configure(EntityTypeBuilder<TenantPartRecord> builder)
    {
        builder.ToTable("TenantParts");
        builder.HasKey(part => new { part.SnapshotId, part.Topic });
        builder.BelongsToSnapshot(part => part.SnapshotId);
    }
}
