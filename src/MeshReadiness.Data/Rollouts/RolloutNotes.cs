using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// What people write about things of one kind in a rollout. As with tasks, a change carries the version that its author saw,
/// is one transaction with its line in the audit record, and can be undone.
/// </summary>
/// <typeparam name="T">The document.</typeparam>
public sealed class RolloutNotes<T>
    where T : class, IRolloutNote<T>
{
    private const string Undone = "undone";

    private static readonly string UndoneAction = ActionOf(Undone);

    private readonly string _beginning = ActionOf("");
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;
    private readonly Alongside? _alongside;

    internal RolloutNotes(IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems, Alongside? alongside = null) =>
        (_contexts, _problems, _alongside) = (contexts, problems, alongside);

    /// <summary>What else has to change with a note, in the same transaction; says why it can't, and then nothing is stored.</summary>
    internal delegate Task<Problem?> Alongside(
        MeshReadinessDbContext db, Guid rolloutId, T before, T after, Moment moment, CancellationToken cancellationToken);

    /// <summary>All notes of a rollout, by key. Things that nobody has written about are left out.</summary>
    public async Task<ImmutableDictionary<string, Note<T>>> ListAsync(Guid rolloutId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var records = await NoteRows.Of<T>(db, rolloutId).AsNoTracking().ToListAsync(cancellationToken);
        return records.Select(NoteRows.ToNote<T>).ToImmutableDictionary(note => note.Content.Key);
    }

    /// <summary>Changes a note.</summary>
    /// <param name="rolloutId">The rollout.</param>
    /// <param name="key">What it is about.</param>
    /// <param name="seen">The version that the author saw; 0 when nobody had written anything.</param>
    /// <param name="action">What is done, in the audit record's words without the beginning, for example <c>asked</c>.</param>
    /// <param name="edit">Makes the new note of the old one.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<NoteChange<T>>> EditAsync(
        Guid rolloutId, string key, int seen, string action, Func<T, Result<T>> edit, Moment moment, CancellationToken cancellationToken) => SaveAsync(
        async (db, token) =>
        {
            if (await RolloutRows.WhyNotChangedAsync(db, rolloutId, token) is { } problem)
            {
                return problem;
            }

            var before = await FindAsync(db, rolloutId, key, token);
            var edited = before.Version == seen ? edit(before.Content) : Changed;
            return edited.TryGet(out var after) ? await WriteAsync(db, rolloutId, before, after, action, moment, token) : edited.Problem;
        },
        (db, token) => NoteRows.Of<T>(db, rolloutId).AnyAsync(note => note.Key == key && note.Version == seen + 1, token),
        cancellationToken);

    /// <summary>Undoes a change, unless somebody has changed the note again since.</summary>
    /// <param name="number">The number of the change's line in the audit record.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<NoteChange<T>>> UndoAsync(long number, Moment moment, CancellationToken cancellationToken) => SaveAsync(
        async (db, token) =>
        {
            var line = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, token);

            if (line is not { RolloutId: { } rolloutId, Before: { } before, After: { } after } || !line.Action.StartsWith(_beginning, StringComparison.Ordinal))
            {
                return new Problem(ProblemKind.NotFound, "There is no such change to undo.");
            }

            if (await RolloutRows.WhyNotChangedAsync(db, rolloutId, token) is { } problem)
            {
                return problem;
            }

            var now = await FindAsync(db, rolloutId, line.Subject, token);
            return NoteRows.Json(now.Content) == after ? await WriteAsync(db, rolloutId, now, NoteRows.Read<T>(before), Undone, moment, token) : Changed;
        },
        (db, token) => db.AuditEntries.AnyAsync(entry => entry.At == moment.At && entry.Action == UndoneAction, token),
        cancellationToken);

    /// <summary>The note before and after the change that a line of the audit record tells; <see langword="null"/> when it tells of none.</summary>
    public (T Before, T After)? In(AuditEntry entry)
    {
        try
        {
            return entry is { Before: { } before, After: { } after } && entry.Action.StartsWith(_beginning, StringComparison.Ordinal)
                ? (NoteRows.Read<T>(before), NoteRows.Read<T>(after))
                : null;
        }
        catch (JsonException)
        {
            // An edition of the portal that wrote it otherwise; the line itself still says what was done.
            return null;
        }
    }

    private static Problem Changed => new(
        ProblemKind.Conflict, "Somebody else has changed this in the meantime. Look at what is there now, then make your change again.");

    private static string ActionOf(string action) => $"{T.Kind}.{action}";

    private static async Task<Note<T>> FindAsync(MeshReadinessDbContext db, Guid rolloutId, string key, CancellationToken cancellationToken) =>
        await NoteRows.Of<T>(db, rolloutId).AsNoTracking().SingleOrDefaultAsync(note => note.Key == key, cancellationToken) is { } record
            ? NoteRows.ToNote<T>(record)
            : new(T.Untouched(key), 0);

    private async Task<Result<NoteChange<T>>> WriteAsync(
        MeshReadinessDbContext db, Guid rolloutId, Note<T> before, T after, string action, Moment moment, CancellationToken cancellationToken)
    {
        var key = after.Key;
        var record = await NoteRows.Of<T>(db, rolloutId).SingleOrDefaultAsync(note => note.Key == key, cancellationToken);

        if (record is null)
        {
            db.RolloutNotes.Add(NoteRows.ToRecord(rolloutId, after));
        }
        else
        {
            (record.Content, record.Version) = (NoteRows.Json(after), before.Version + 1);
        }

        var number = await AuditLines.AddAsync(
            db,
            new(moment.At, moment.By, ActionOf(action), key, null, rolloutId, NoteRows.Json(before.Content), NoteRows.Json(after)),
            cancellationToken);
        var problem = _alongside is null ? null : await _alongside(db, rolloutId, before.Content, after, moment, cancellationToken);
        return problem is null ? new NoteChange<T>(new(after, before.Version + 1), number) : problem;
    }

    private Task<Result<NoteChange<T>>> SaveAsync(
        Func<MeshReadinessDbContext, CancellationToken, Task<Result<NoteChange<T>>>> work,
        Func<MeshReadinessDbContext, CancellationToken, Task<bool>> committed,
        CancellationToken cancellationToken) => _problems.CatchAsync(
            () => _contexts.InTransactionAsync(work, (db, _, token) => committed(db, token), cancellationToken), cancellationToken);
}

/// <summary>What people have written about one thing.</summary>
/// <param name="Content">What.</param>
/// <param name="Version">Counts up with every change; 0 when nobody has written anything.</param>
public sealed record Note<T>(T Content, int Version);

/// <summary>A change of a note.</summary>
/// <param name="Note">The note as it is now.</param>
/// <param name="Number">The number of the change in the audit record, by which it can be undone.</param>
public sealed record NoteChange<T>(Note<T> Note, long Number);
