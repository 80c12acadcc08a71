using System.Collections.Immutable;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The audit record. It only ever grows: the database itself refuses to change or remove a line.</summary>
/// <param name="contexts">Opens contexts.</param>
/// <param name="clock">Tells the time.</param>
public sealed class AuditStore(IDbContextFactory<MeshReadinessDbContext> contexts, TimeProvider clock)
{
    /// <summary>Adds a line. A failure is an exception, so that nobody goes on without the line.</summary>
    public async Task AppendAsync(Actor actor, string action, string subject, string? detail, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.AuditEntries.Add(new()
        {
            At = clock.GetUtcNow(),
            ActorId = actor.ObjectId,
            ActorName = actor.DisplayName,
            Action = action,
            Subject = subject,
            Detail = detail,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The newest lines, newest first.</summary>
    public async Task<ImmutableArray<AuditEntry>> RecentAsync(int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.AuditEntries
            .OrderByDescending(entry => entry.Id)
            .Take(count)
            .Select(entry => new AuditEntry(
                entry.At, new Actor(entry.ActorId, entry.ActorName), entry.Action, entry.Subject, entry.Detail))
            .ToListAsync(cancellationToken)];
    }
}
