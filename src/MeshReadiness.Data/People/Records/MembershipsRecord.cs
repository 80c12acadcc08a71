using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Where at least one person stands in what Conditional Access policies name. Most people share theirs with many.</summary>
internal sealed class MembershipsRecord : IEntityTypeConfiguration<MembershipsRecord>
{
    public int Id { get; init; }

    /// <summary>A hash of the contents; see <see cref="StoredMemberships"/>.</summary>
    public string Hash { get; init; } = "";

    public string Json { get; init; } = "";

    public void Configure(EntityTypeBuilder<MembershipsRecord> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(memberships => memberships.Id).ValueGeneratedNever();
        builder.Property(memberships => memberships.Hash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(memberships => memberships.Hash).IsUnique();
    }
}
