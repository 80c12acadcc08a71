using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Says that rows belong to a snapshot. Heads are never deleted, so nothing cascades.</summary>
internal static class SnapshotParts
{
    public static void BelongsToSnapshot<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> snapshotId)
        where T : class =>
        builder.HasOne<SnapshotRecord>().WithMany().HasForeignKey(snapshotId).OnDelete(DeleteBehavior.Restrict);
}
