using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>An edition of a playbook that this portal has had. It stays, so that later ones can be compared with it.</summary>
internal sealed class PlaybookEditionRecord : IEntityTypeConfiguration<PlaybookEditionRecord>
{
    public string PlaybookId { get; init; } = "";

    public int Version { get; init; }

    /// <summary>The file's text.</summary>
    public string Content { get; init; } = "";

    public void Configure(EntityTypeBuilder<PlaybookEditionRecord> builder)
    {
        builder.ToTable("PlaybookEditions");
        builder.HasKey(edition => new { edition.PlaybookId, edition.Version });
        builder.Property(edition => edition.PlaybookId).HasMaxLength(Lengths.Code);
    }
}
