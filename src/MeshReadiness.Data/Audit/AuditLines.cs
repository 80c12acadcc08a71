using MeshReadiness.Core.Audit;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Adds lines to the audit record inside the transaction of what they tell about: there is neither without the other.</summary>
internal static class AuditLines
{
    /// <summary>Adds a line. The context must be in a transaction.</summary>
    /// <returns>The line's number.</returns>
    public static async Task<long> AddAsync(MeshReadinessDbContext db, AuditEntry entry, CancellationToken cancellationToken) =>
        (await AddManyAsync(db, [entry], cancellationToken)).Number;

    /// <summary>Adds lines in order. The context must be in a transaction.</summary>
    /// <returns>The last one.</returns>
    public static async Task<AuditEnd> AddManyAsync(MeshReadinessDbContext db, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken)
    {
        // Takes the row's lock first: whoever comes second waits here, and reads the hash that the first one leaves.
        await db.AuditEnd.ExecuteUpdateAsync(set => set.SetProperty(end => end.Number, end => end.Number + entries.Count), cancellationToken);
        var end = await db.AuditEnd.AsNoTracking().SingleAsync(cancellationToken);
        var (number, hash) = (end.Number - entries.Count, end.Hash);

        foreach (var entry in entries)
        {
            hash = AuditChain.HashOf(hash, ++number, entry);
            db.AuditEntries.Add(ToRecord(entry, number, hash));
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.AuditEnd.ExecuteUpdateAsync(set => set.SetProperty(last => last.Hash, hash), cancellationToken);
        return new(number, hash);
    }

    public static AuditEntry ToEntry(AuditRecord record) => new(
        record.At, new(record.ActorId, record.ActorName), record.Action, record.Subject, record.Detail, record.RolloutId, record.Before, record.After);

    private static AuditRecord ToRecord(AuditEntry entry, long number, string hash) => new()
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
        Number = number,
        Hash = hash,
    };
}

/// <summary>The last line of the audit record.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Hash">Its hash, which tells it from a line of another attempt.</param>
internal sealed record AuditEnd(long Number, string Hash);
