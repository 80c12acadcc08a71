using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>The audit record. It only ever grows: the database itself refuses to change or remove a line.</summary>
public sealed class AuditStore
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly AuditBatches _batches;
    private readonly TimeProvider _clock;

    internal AuditStore(IDbContextFactory<MeshReadinessDbContext> contexts, TimeProvider clock)
    {
        _contexts = contexts;
        _batches = new(contexts);
        _clock = clock;
    }

    /// <summary>
    /// Adds a line about something that isn't in this database, together with whatever lines come at the same time. A failure
    /// is an exception, so that nobody goes on without the line.
    /// </summary>
    public Task AppendAsync(Actor actor, string action, string subject, string? detail, CancellationToken cancellationToken) =>
        _batches.AddAsync(new(_clock.GetUtcNow(), actor, action, subject, detail), cancellationToken);

    /// <summary>A page of lines, newest first.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<AuditLine>> FindAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var lines = db.AuditEntries.AsNoTracking().Where(line => line.Number != null);

        if (query.RolloutId is { } rollout)
        {
            lines = lines.Where(line => line.RolloutId == rollout);
        }

        if (query.Subject is { } subject)
        {
            lines = lines.Where(line => line.Subject == subject);
        }

        if (query.ActorId is { } actor)
        {
            lines = lines.Where(line => line.ActorId == actor);
        }

        if (query.Action is { } action)
        {
            lines = lines.Where(line => line.Action.StartsWith(action));
        }

        if (query.Before is { } before)
        {
            lines = lines.Where(line => line.Number < before);
        }

        var found = await lines.OrderByDescending(line => line.Number).Take(query.Take).ToListAsync(cancellationToken);
        return [.. found.Select(ToLine)];
    }

    /// <summary>The number of the latest line; 0 when there is none.</summary>
    public async Task<long> LastNumberAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.AuditEnd.AsNoTracking().Select(end => end.Number).SingleAsync(cancellationToken);
    }

    /// <summary>The lines behind a number, oldest first.</summary>
    /// <param name="number">The number of the last line that is known.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<AuditLine>> AfterAsync(long number, int take, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.AuditEntries.AsNoTracking().Where(line => line.Number > number).OrderBy(line => line.Number).Take(take).ToListAsync(cancellationToken);
        return [.. lines.Select(ToLine)];
    }

    /// <summary>All lines of the chain, oldest first, as they come from the database.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

        await foreach (var line in db.AuditEntries.AsNoTracking().Where(line => line.Number != null).OrderBy(line => line.Number)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return ToLine(line);
        }
    }

    private static AuditLine ToLine(AuditRecord line) => new(line.Number ?? 0, AuditLines.ToEntry(line), line.Hash ?? "");
}

/// <summary>Which lines of the audit record.</summary>
/// <param name="RolloutId">Of one rollout.</param>
/// <param name="Subject">About one thing.</param>
/// <param name="ActorId">By one person.</param>
/// <param name="Action">The action's word, or its beginning.</param>
/// <param name="Before">Only lines before this number, for the next page.</param>
/// <param name="Take">How many at most.</param>
public sealed record AuditQuery(
    Guid? RolloutId = null, string? Subject = null, string? ActorId = null, string? Action = null, long? Before = null, int Take = 100);
