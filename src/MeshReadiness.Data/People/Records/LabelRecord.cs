using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>A text that many people share: a department, a title, an office, a country.</summary>
internal sealed class LabelRecord : IEntityTypeConfiguration<LabelRecord>
{
    public int Id { get; init; }

    public string Text { get; init; } = "";

    public void Configure(EntityTypeBuilder<LabelRecord> builder)
    {
        builder.ToTable("Labels");
        builder.Property(label => label.Id).ValueGeneratedNever();
        builder.Property(label => label.Text).HasMaxLength(Lengths.Label);
        builder.HasIndex(label => label.Text).IsUnique();
    }
}
