using MeshReadiness.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MeshReadiness.Data;

/// <summary>The end of the audit record's chain. Its one row is changed before a line is added, so that writers wait for each other.</summary>
internal sealed class AuditEndRecord : IEntityTypeConfiguration<AuditEndRecord>
{
    public const int TheOnlyOne = 1;

    public int Id { get; init; } = TheOnlyOne;

    public long Number { get; init; }

    public string Hash { get; init; } = AuditChain.Beginning;

    public void Configure(EntityTypeBuilder<AuditEndRecord> builder)
    {
        builder.ToTable("AuditEnd");
        builder.Property(end => end.Id).ValueGeneratedNever();
        builder.Property(end => end.Hash).HasMaxLength(Lengths.Id);
        builder.HasData(new AuditEndRecord());
    }
}
