using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The one number of a snapshot, and its people in numbers.</summary>
internal sealed class ReportRecord : IEntityTypeConfiguration<ReportRecord>
{
    public Guid SnapshotId { get; init; }

    public int Ready { get; init; }

    public int NotReady { get; init; }

    public int Unknown { get; init; }

    public int NotApplicable { get; init; }

    public int LicensedWithoutUsageLocation { get; init; }

    public int WithLicenceErrors { get; init; }

    public int PendingGuests { get; init; }

    public int LicensedByGroup { get; init; }

    public int LicensedDirectlyOnly { get; init; }

    public void Configure(EntityTypeBuilder<ReportRecord> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(report => report.SnapshotId);
        builder.Property(report => report.SnapshotId).ValueGeneratedNever();
        builder.BelongsToSnapshot(report => report.SnapshotId);
    }
}
