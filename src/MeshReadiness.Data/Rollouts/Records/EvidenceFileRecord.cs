using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The file behind evidence, as it was handed in. Apart, so that lists never read it.</summary>
internal sealed class EvidenceFileRecord : IEntityTypeConfiguration<EvidenceFileRecord>
{
    public Guid EvidenceId { get; init; }

    public string Name { get; init; } = "";

    public string ContentType { get; init; } = "";

    /// <summary>SHA-256 of the content, as 64 hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    public byte[] Content { get; init; } = [];

    public void Configure(EntityTypeBuilder<EvidenceFileRecord> builder)
    {
        builder.ToTable("EvidenceFiles");
        builder.HasKey(file => file.EvidenceId);
        builder.Property(file => file.EvidenceId).ValueGeneratedNever();
        builder.Property(file => file.Hash).HasMaxLength(Lengths.Id);
        builder.Property(file => file.ContentType).HasMaxLength(Lengths.Code);
        builder.HasOne<EvidenceRecord>().WithMany().HasForeignKey(file => file.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }
}
