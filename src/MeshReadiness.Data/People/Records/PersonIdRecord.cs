using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>Finds the rows of a person by object id. Filled in large sorted pieces once people are read.</summary>
internal sealed class PersonIdRecord : IEntityTypeConfiguration<PersonIdRecord>
{
    public int Roster { get; init; }

    public string Id { get; init; } = "";

    public long Key { get; init; }

    public void Configure(EntityTypeBuilder<PersonIdRecord> builder)
    {
        builder.ToTable("PeopleById");
        builder.HasKey(entry => new { entry.Roster, entry.Id, entry.Key });
        builder.Property(entry => entry.Id).HasMaxLength(Lengths.Id);
    }
}
