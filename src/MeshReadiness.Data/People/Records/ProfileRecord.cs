using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A <see cref="Core.Eligibility.PersonProfile"/>: what many people share and what verdicts are made of.</summary>
internal sealed class ProfileRecord : IEntityTypeConfiguration<ProfileRecord>
{
    public int Id { get; init; }

    public int HoldingsId { get; init; }

    /// <summary>Which <see cref="MembershipsRecord"/>; 0 for none.</summary>
    public int MembershipsId { get; init; }

    public UserType? UserType { get; init; }

    public bool? AccountEnabled { get; init; }

    public InvitationState? Invitation { get; init; }

    public bool HasUsageLocation { get; init; }

    public void Configure(EntityTypeBuilder<ProfileRecord> builder)
    {
        builder.ToTable("Profiles");
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.HasIndex(profile => profile.HoldingsId);
    }
}
