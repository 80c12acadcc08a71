using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>
/// One person as they were for a while: from the snapshot <see cref="Since"/> up to, and without, the snapshot
/// <see cref="Until"/>. What people share is stored once and pointed at. Rows are only ever added at the end, so that a
/// scan writes as fast as the disk; finding them is the business of <see cref="PersonIdRecord"/> and <see cref="PersonNameRecord"/>.
/// </summary>
internal sealed class PersonRecord : IEntityTypeConfiguration<PersonRecord>
{
    /// <summary>The end of rows that are still true.</summary>
    public const int Forever = int.MaxValue;

    /// <summary>The roster in the upper half, then a number that counts up; see <see cref="PersonKeys"/>.</summary>
    public long Key { get; set; }

    public int Since { get; init; }

    public int Until { get; set; } = Forever;

    public string Id { get; init; } = "";

    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? Mail { get; init; }

    public int ProfileId { get; init; }

    public int? DepartmentId { get; init; }

    public int? JobTitleId { get; init; }

    public int? OfficeLocationId { get; init; }

    public int? CountryId { get; init; }

    public int? UsageLocationId { get; init; }

    /// <summary>What lists are ordered by; see <see cref="SearchWords.SortName"/>.</summary>
    public string SortName { get; init; } = "";

    /// <summary>Whether this is the object id or the user principal name.</summary>
    public bool IsCalled(string idOrName) => Id == idOrName || string.Equals(UserPrincipalName, idOrName, StringComparison.OrdinalIgnoreCase);

    public void Configure(EntityTypeBuilder<PersonRecord> builder)
    {
        builder.ToTable("People");
        builder.HasKey(person => person.Key);
        builder.Property(person => person.Key).ValueGeneratedNever();
        builder.Property(person => person.Id).HasMaxLength(Lengths.Id).IsRequired();
        builder.Property(person => person.SortName).HasMaxLength(Lengths.SortName);

        // Only what has ended is in this index, so that adding people doesn't touch it.
        builder.HasIndex(person => person.Until).HasFilter($"\"Until\" < {Forever}");
    }
}
