using MeshReadiness.Core.Audit;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Stores lines that come from many at once. Each line waits until it is stored; all that come while others are being written
/// are written together, in one transaction, so that the disk is waited for once and not by one after the other.
/// </summary>
internal sealed class AuditBatches(IDbContextFactory<MeshReadinessDbContext> contexts)
{
    private const int MostAtOnce = 500;

    private readonly Lock _gate = new();
    private readonly Queue<Waiting> _waiting = new();
    private bool _isWriting;

    /// <summary>Returns when the line is stored; what keeps it from being stored is thrown to everybody whose line was in the same batch.</summary>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var line = new Waiting(entry);

        lock (_gate)
        {
            _waiting.Enqueue(line);

            if (!_isWriting)
            {
                _isWriting = true;
                _ = Task.Run(WriteAsync, CancellationToken.None);
            }
        }

        // Who leaves meanwhile leaves the line: it may be on its way already.
        return line.Stored.Task.WaitAsync(cancellationToken);
    }

    private async Task WriteAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                List<AuditEntry> entries = [.. batch.Select(line => line.Entry)];
                await contexts.InTransactionAsync<AuditEnd>(
                    async (db, token) => await AuditLines.AddManyAsync(db, entries, token),
                    (db, end, token) => db.AuditEntries.AnyAsync(line => line.Number == end.Number && line.Hash == end.Hash, token),
                    CancellationToken.None);
                batch.ForEach(line => line.Stored.SetResult());
            }
            catch (Exception error)
            {
                batch.ForEach(line => line.Stored.SetException(error));
            }
        }
    }

    private List<Waiting> Take()
    {
        lock (_gate)
        {
            List<Waiting> batch = [];

            while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var line))
            {
                batch.Add(line);
            }

            _isWriting = batch.Count > 0;
            return batch;
        }
    }

    private sealed record Waiting(AuditEntry Entry)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
