using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>One person. What people share (what decides about them, what they hold) is stored once and pointed at.</summary>
internal sealed class PersonRecord : IEntityTypeConfiguration<PersonRecord>
{
    public Guid SnapshotId { get; init; }

    public string Id { get; init; } = "";

    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? Mail { get; init; }

    public bool? AccountEnabled { get; init; }

    public UserType? UserType { get; init; }

    public InvitationState? Invitation { get; init; }

    public string? UsageLocation { get; init; }

    public string? Department { get; init; }

    public string? JobTitle { get; init; }

    public string? OfficeLocation { get; init; }

    public string? Country { get; init; }

    public string Footprint { get; init; } = "";

    public string LicenceSet { get; init; } = "";

    /// <summary>Name, sign-in name and mail without capitals and marks.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>People without a name come last.</summary>
    public bool IsNameless { get; init; }

    /// <summary>The beginning of the name without capitals and marks.</summary>
    public string SortName { get; init; } = "";

    public void Configure(EntityTypeBuilder<PersonRecord> builder)
    {
        builder.ToTable("People");
        builder.HasKey(person => new { person.SnapshotId, person.Id });
        builder.Property(person => person.Id).HasMaxLength(Lengths.Id);
        builder.Property(person => person.Footprint).HasMaxLength(Lengths.Footprint);
        builder.Property(person => person.LicenceSet).HasMaxLength(Lengths.LicenceSet);
        builder.Property(person => person.SortName).HasMaxLength(Lengths.SortName);

        // Lists are ordered by name and filtered by footprint: one walk over this index does both.
        builder.HasIndex(person => new { person.SnapshotId, person.IsNameless, person.SortName, person.Id, person.Footprint });
        builder.BelongsToSnapshot(person => person.SnapshotId);
    }
}
