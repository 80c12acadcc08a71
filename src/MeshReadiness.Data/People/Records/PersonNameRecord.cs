using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Lists people by name, and tells their profile on the way. Filled in large sorted pieces once people are read.</summary>
internal sealed class PersonNameRecord : IEntityTypeConfiguration<PersonNameRecord>
{
    public int Roster { get; init; }

    public string SortName { get; init; } = "";

    public long Key { get; init; }

    public int ProfileId { get; init; }

    public void Configure(EntityTypeBuilder<PersonNameRecord> builder)
    {
        builder.ToTable("PeopleByName");
        builder.HasKey(entry => new { entry.Roster, entry.SortName, entry.Key });
        builder.Property(entry => entry.SortName).HasMaxLength(Lengths.SortName);
    }
}
