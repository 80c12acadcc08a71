using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>What people have written about one thing in a rollout. There is no row for a thing that nobody has written about.</summary>
internal sealed class RolloutNoteRecord : IEntityTypeConfiguration<RolloutNoteRecord>
{
    public Guid RolloutId { get; init; }

    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";

    /// <summary>The document, as JSON.</summary>
    public string Content { get; set; } = "";

    public int Version { get; set; }

    public void Configure(EntityTypeBuilder<RolloutNoteRecord> builder)
    {
        builder.ToTable("RolloutNotes");
        builder.HasKey(note => new { note.RolloutId, note.Kind, note.Key });
        builder.Property(note => note.Kind).HasMaxLength(Lengths.Code);
        builder.Property(note => note.Key).HasMaxLength(Lengths.Code);
        builder.Property(note => note.Version).IsConcurrencyToken();
        builder.HasOne<RolloutRecord>().WithMany().HasForeignKey(note => note.RolloutId).OnDelete(DeleteBehavior.Cascade);
    }
}
