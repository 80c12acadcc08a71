using MeshReadiness.Core.Audit;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Adds lines to the audit record inside the transaction of what they tell about: there is neither without the other.</summary>
internal static class AuditLines
{
    /// <summary>Adds a line. The context must be in a transaction.</summary>
    /// <returns>The line's number.</returns>
    public static async Task<long> AddAsync(MeshReadinessDbContext db, AuditEntry entry, CancellationToken cancellationToken)
    {
        // Takes the row's lock first: whoever comes second waits here, and reads the hash that the first one leaves.
        await db.AuditEnd.ExecuteUpdateAsync(set => set.SetProperty(end => end.Number, end => end.Number + 1), cancellationToken);
        var end = await db.AuditEnd.AsNoTracking().SingleAsync(cancellationToken);
        var hash = AuditChain.HashOf(end.Hash, end.Number, entry);

        db.AuditEntries.Add(new()
        {
            At = entry.At,
            ActorId = entry.Actor.ObjectId,
            ActorName = entry.Actor.DisplayName,
            Action = entry.Action,
            Subject = entry.Subject,
            Detail = entry.Detail,
            RolloutId = entry.RolloutId,
            Before = entry.Before,
            After = entry.After,
            Number = end.Number,
            Hash = hash,
        });
        await db.SaveChangesAsync(cancellationToken);
        await db.AuditEnd.ExecuteUpdateAsync(set => set.SetProperty(last => last.Hash, hash), cancellationToken);
        return end.Number;
    }

    public static AuditEntry ToEntry(AuditRecord record) => new(
        record.At, new(record.ActorId, record.ActorName), record.Action, record.Subject, record.Detail, record.RolloutId, record.Before, record.After);
}
