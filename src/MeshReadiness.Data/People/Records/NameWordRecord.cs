using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>
/// A word of somebody's name, or of the domain of an address, once for all who have it: what mistyped words are compared
/// with. Names repeat, so there are few beside people; words that only sign-in names have aren't here.
/// </summary>
internal sealed class NameWordRecord : IEntityTypeConfiguration<NameWordRecord>
{
    public string Word { get; init; } = "";

    public void Configure(EntityTypeBuilder<NameWordRecord> builder)
    {
        builder.ToTable("NameWords");
        builder.HasKey(word => word.Word);
        builder.Property(word => word.Word).HasMaxLength(Lengths.Word);
    }
}
