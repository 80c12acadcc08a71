using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The files behind evidence. They are stored by the change that hands them in, and stay when it is taken back.</summary>
public sealed class EvidenceFileStore
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;

    internal EvidenceFileStore(IDbContextFactory<MeshReadinessDbContext> contexts) => _contexts = contexts;

    /// <summary>What there is to know of the files of a task without reading them, by their evidence.</summary>
    public async Task<ImmutableDictionary<Guid, EvidenceFileHead>> HeadsAsync(Guid rolloutId, string taskId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var heads = await db.EvidenceFiles
            .Where(file => db.Evidence.Any(item => item.Id == file.EvidenceId && item.RolloutId == rolloutId && item.TaskId == taskId && !item.IsTakenBack))
            .Select(file => new { file.EvidenceId, file.Name, file.ContentType, file.Hash, Size = file.Content.Length })
            .ToListAsync(cancellationToken);
        return heads.ToImmutableDictionary(head => head.EvidenceId, head => new EvidenceFileHead(head.Name, head.ContentType, head.Hash, head.Size));
    }

    /// <summary>A file; <see langword="null"/> when there is none behind this evidence, or when the evidence was taken back.</summary>
    public async Task<FiledEvidence?> FindAsync(Guid rolloutId, Guid evidenceId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.EvidenceFiles.AsNoTracking()
            .SingleOrDefaultAsync(
                file => file.EvidenceId == evidenceId && db.Evidence.Any(item => item.Id == evidenceId && item.RolloutId == rolloutId && !item.IsTakenBack),
                cancellationToken) is { } record
            ? new(record.EvidenceId, record.Name, record.ContentType, record.Hash, record.Content)
            : null;
    }

    internal static EvidenceFileRecord ToRecord(FiledEvidence file) =>
        new() { EvidenceId = file.EvidenceId, Name = file.Name, ContentType = file.ContentType, Hash = file.Hash, Content = file.Content };

    internal static string? Describe(FiledEvidence? file) => file is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{file.Name}, {file.Content.Length:N0} bytes, SHA-256 {file.Hash}");
}

/// <summary>What there is to know of a file without reading it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">What its content is.</param>
/// <param name="Hash">SHA-256 of the content, as 64 hexadecimal digits.</param>
/// <param name="Size">How many bytes it has.</param>
public sealed record EvidenceFileHead(string Name, string ContentType, string Hash, long Size);
