using MeshReadiness.Core.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The editions of playbooks that this portal has had, as their files' texts.</summary>
public sealed class PlaybookEditions
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;

    internal PlaybookEditions(IDbContextFactory<MeshReadinessDbContext> contexts) => _contexts = contexts;

    /// <summary>Keeps an edition. The first text of a version stays.</summary>
    public Task KeepAsync(string playbookId, int version, string content, CancellationToken cancellationToken) => _contexts.InTransactionAsync<Done>(
        async (db, token) =>
        {
            if (!await Of(db, playbookId, version).AnyAsync(token))
            {
                db.PlaybookEditions.Add(new() { PlaybookId = playbookId, Version = version, Content = content });
                await db.SaveChangesAsync(token);
            }

            return Done.It;
        },
        (db, _, token) => Of(db, playbookId, version).AnyAsync(token),
        cancellationToken);

    /// <summary>The text of an edition; <see langword="null"/> when this portal never had it.</summary>
    public async Task<string?> FindAsync(string playbookId, int version, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, playbookId, version).AsNoTracking().Select(edition => edition.Content).SingleOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<PlaybookEditionRecord> Of(MeshReadinessDbContext db, string playbookId, int version) =>
        db.PlaybookEditions.Where(edition => edition.PlaybookId == playbookId && edition.Version == version);
}
