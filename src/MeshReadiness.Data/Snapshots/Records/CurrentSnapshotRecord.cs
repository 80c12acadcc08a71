using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Points at the snapshot that readers see. There is one slot, so there is never more than one.</summary>
internal sealed class CurrentSnapshotRecord : IEntityTypeConfiguration<CurrentSnapshotRecord>
{
    public const int OnlySlot = 1;

    public int Slot { get; init; } = OnlySlot;

    public Guid SnapshotId { get; set; }

    public void Configure(EntityTypeBuilder<CurrentSnapshotRecord> builder)
    {
        builder.ToTable("CurrentSnapshot", table => table.HasCheckConstraint("CK_CurrentSnapshot_Slot", "Slot = 1"));
        builder.HasKey(current => current.Slot);
        builder.Property(current => current.Slot).ValueGeneratedNever();
        builder.BelongsToSnapshot(current => current.SnapshotId);
    }
}
