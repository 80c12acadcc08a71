using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Rollouts and what people say about their tasks. Every change carries the version that its author saw; is there a newer
/// one, nothing is stored. Each is stored in one transaction with its line in the audit record, which holds what was there
/// before and after, so that it can be undone.
/// </summary>
public sealed class RolloutStore
{
    /// <summary>The actions in the audit record that can be undone.</summary>
    public const string TaskAction = "task.";

    /// <summary>What is said of an id that no rollout has.</summary>
    public static readonly Problem NoRollout = new(ProblemKind.NotFound, "There is no such rollout, or it was removed.");

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;

    internal RolloutStore(IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems) => (_contexts, _problems) = (contexts, problems);

    /// <summary>All rollouts, newest first.</summary>
    public async Task<ImmutableArray<Rollout>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var records = await db.Rollouts.AsNoTracking().OrderByDescending(rollout => rollout.CreatedAt).ToListAsync(cancellationToken);
        return [.. records.Select(RolloutRows.ToRollout)];
    }

    /// <summary>One rollout; <see langword="null"/> when there is none with this id.</summary>
    public async Task<Rollout?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Rollouts.AsNoTracking().SingleOrDefaultAsync(rollout => rollout.Id == id, cancellationToken) is { } record
            ? RolloutRows.ToRollout(record)
            : null;
    }

    /// <summary>Stores a new rollout.</summary>
    public Task<Result<Rollout>> AddAsync(Rollout rollout, Moment moment, CancellationToken cancellationToken) => SaveAsync<Rollout>(
        async (db, token) =>
        {
            var record = new RolloutRecord { Id = rollout.Id, PlaybookId = rollout.PlaybookId, CreatedAt = moment.At };
            RolloutRows.Write(rollout, record);
            db.Rollouts.Add(record);
            await AuditLines.AddAsync(
                db, new(moment.At, moment.By, "rollout.created", rollout.Name, null, rollout.Id, null, Json(rollout)), token);
            return rollout;
        },
        (db, token) => db.Rollouts.AnyAsync(stored => stored.Id == rollout.Id, token),
        cancellationToken);

    /// <summary>Changes a rollout.</summary>
    /// <param name="id">The rollout.</param>
    /// <param name="seen">The version that the author saw.</param>
    /// <param name="action">The audit record's word for it.</param>
    /// <param name="edit">Makes the new rollout of the old one.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="detail">What the audit record says beside it, if anything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Rollout>> EditAsync(
        Guid id, int seen, string action, Func<Rollout, Result<Rollout>> edit, Moment moment, string? detail, CancellationToken cancellationToken) => SaveAsync<Rollout>(
        async (db, token) =>
        {
            if (await db.Rollouts.SingleOrDefaultAsync(stored => stored.Id == id, token) is not { } record)
            {
                return NoRollout;
            }

            var before = RolloutRows.ToRollout(record);
            var edited = before.Version == seen ? edit(before) : Changed($"The rollout {before.Name}");

            if (edited.TryGet(out var after))
            {
                RolloutRows.Write(after, record);
                await AuditLines.AddAsync(db, new(moment.At, moment.By, action, after.Name, detail, id, Json(before), Json(after)), token);
            }

            return edited;
        },
        (db, token) => db.Rollouts.AnyAsync(stored => stored.Id == id && stored.Version == seen + 1, token),
        cancellationToken);

    /// <summary>What people say about the tasks of a rollout, by task. Tasks that nobody has touched are left out.</summary>
    public async Task<ImmutableDictionary<string, TaskWork>> WorkAsync(Guid rolloutId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return (await RolloutRows.WorkAsync(db, rolloutId, null, cancellationToken)).ToImmutableDictionary(work => work.TaskId);
    }

    /// <summary>Changes what people say about a task.</summary>
    /// <param name="rolloutId">The rollout.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="seen">The version of the work that the author saw; 0 for a task that nobody had touched.</param>
    /// <param name="action">What is done, in the audit record's words without the beginning, for example <c>assigned</c>.</param>
    /// <param name="edit">Makes the new work of the old one.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<TaskChange>> EditTaskAsync(
        Guid rolloutId, string taskId, int seen, string action, Func<TaskWork, Result<TaskWork>> edit, Moment moment, CancellationToken cancellationToken) =>
        EditTaskAsync(rolloutId, taskId, seen, action, edit, null, moment, cancellationToken);

    /// <summary>Changes what people say about a task, and stores the file behind the evidence that they hand in by it.</summary>
    /// <param name="rolloutId">The rollout.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="seen">The version of the work that the author saw; 0 for a task that nobody had touched.</param>
    /// <param name="action">What is done, in the audit record's words without the beginning.</param>
    /// <param name="edit">Makes the new work of the old one.</param>
    /// <param name="file">The file; the audit record gets its name, size and hash, and never what is in it.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<TaskChange>> EditTaskAsync(
        Guid rolloutId,
        string taskId,
        int seen,
        string action,
        Func<TaskWork, Result<TaskWork>> edit,
        FiledEvidence? file,
        Moment moment,
        CancellationToken cancellationToken) => SaveAsync<TaskChange>(
        async (db, token) =>
        {
            if (await RolloutRows.WhyNotChangedAsync(db, rolloutId, token) is { } problem)
            {
                return problem;
            }

            var before = await WorkAsync(db, rolloutId, taskId, token);
            var edited = before.Version == seen ? edit(before) : Changed("The task");

            if (!edited.TryGet(out var after))
            {
                return edited.Problem;
            }

            if (file is not null)
            {
                db.EvidenceFiles.Add(EvidenceFileStore.ToRecord(file));
            }

            return new TaskChange(after, await WriteAsync(db, rolloutId, before, after, new(TaskAction + action, EvidenceFileStore.Describe(file)), moment, token));
        },
        (db, token) => db.TaskWork.AnyAsync(work => work.RolloutId == rolloutId && work.TaskId == taskId && work.Version == seen + 1, token),
        cancellationToken);

    /// <summary>Undoes a change of a task, unless somebody has changed the task again since.</summary>
    /// <param name="number">The number of the change's line in the audit record.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<TaskChange>> UndoAsync(long number, Moment moment, CancellationToken cancellationToken) => SaveAsync<TaskChange>(
        async (db, token) =>
        {
            var line = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == number, token);

            if (line is not { RolloutId: { } rolloutId, Before: { } before, After: { } after } || !line.Action.StartsWith(TaskAction, StringComparison.Ordinal))
            {
                return new Problem(ProblemKind.NotFound, "There is no such change to undo.");
            }

            if (IsOfDecision(AuditLines.ToEntry(line)))
            {
                return new Problem(ProblemKind.Invalid, "This came with a decision. Undo it there, and the task follows.");
            }

            if (await RolloutRows.WhyNotChangedAsync(db, rolloutId, token) is { } problem)
            {
                return problem;
            }

            var (was, became) = (Read(before), Read(after));
            var now = await WorkAsync(db, rolloutId, line.Subject, token);

            // The same but for how it came about.
            if (Json(now with { Version = 0 }) != Json(became with { Version = 0 }))
            {
                return Changed("The task");
            }

            var undone = was with { Version = now.Version + 1 };
            return new TaskChange(undone, await WriteAsync(db, rolloutId, now, undone, new(TaskAction + "undone", null), moment, token));
        },
        (db, token) => db.AuditEntries.AnyAsync(entry => entry.At == moment.At && entry.Action == TaskAction + "undone", token),
        cancellationToken);

    /// <summary>Whether a change of a task came with a decision. It is undone where the decision is.</summary>
    public static bool IsOfDecision(AuditEntry entry) => entry.Action is TaskAction + DecisionTasks.Decided or TaskAction + DecisionTasks.Undecided;

    /// <summary>The work that a line of the audit record holds as before or after; <see langword="null"/> when it holds none.</summary>
    public static TaskWork? WorkIn(string? json)
    {
        try
        {
            return json is null ? null : Read(json);
        }
        catch (JsonException)
        {
            // An edition of the portal that wrote it otherwise; the line itself still says what was done.
            return null;
        }
    }

    /// <summary>The rollout that a line of the audit record holds as before or after; <see langword="null"/> when it holds none.</summary>
    public static Rollout? RolloutIn(string? json) => json is null ? null : JsonSerializer.Deserialize(json, StoredJson.Default.Rollout);

    private static Problem Changed(string what) => new(
        ProblemKind.Conflict, $"{what} was changed by somebody else in the meantime. Look at what is there now, then make your change again.");

    internal static async Task<TaskWork> WorkAsync(MeshReadinessDbContext db, Guid rolloutId, string taskId, CancellationToken cancellationToken) =>
        (await RolloutRows.WorkAsync(db, rolloutId, taskId, cancellationToken)).SingleOrDefault() ?? TaskWork.Untouched(taskId);

    internal static async Task<long> WriteAsync(
        MeshReadinessDbContext db, Guid rolloutId, TaskWork before, TaskWork after, Said said, Moment moment, CancellationToken cancellationToken)
    {
        var record = await db.TaskWork.SingleOrDefaultAsync(work => work.RolloutId == rolloutId && work.TaskId == after.TaskId, cancellationToken);

        if (record is null)
        {
            record = new() { RolloutId = rolloutId, TaskId = after.TaskId };
            db.TaskWork.Add(record);
        }

        RolloutRows.Write(after, record);
        await WriteEvidenceAsync(db, rolloutId, before, after, cancellationToken);
        return await AuditLines.AddAsync(
            db, new(moment.At, moment.By, said.Action, after.TaskId, said.Detail, rolloutId, Json(before), Json(after)), cancellationToken);
    }

    private static async Task WriteEvidenceAsync(
        MeshReadinessDbContext db, Guid rolloutId, TaskWork before, TaskWork after, CancellationToken cancellationToken)
    {
        var gone = before.Evidence.ExceptBy(after.Evidence.Select(evidence => evidence.Id), evidence => evidence.Id).Select(evidence => evidence.Id).ToArray();
        var came = after.Evidence.ExceptBy(before.Evidence.Select(evidence => evidence.Id), evidence => evidence.Id).ToArray();
        var ids = came.Select(evidence => evidence.Id).ToArray();
        var again = await db.Evidence.Where(evidence => ids.Contains(evidence.Id)).Select(evidence => evidence.Id).ToListAsync(cancellationToken);
        await db.Evidence.Where(evidence => gone.Contains(evidence.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(evidence => evidence.IsTakenBack, true), cancellationToken);
        await db.Evidence.Where(evidence => again.Contains(evidence.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(evidence => evidence.IsTakenBack, false), cancellationToken);
        db.Evidence.AddRange(came.Where(evidence => !again.Contains(evidence.Id)).Select(evidence => RolloutRows.ToRecord(rolloutId, after.TaskId, evidence)));
    }

    private Task<Result<T>> SaveAsync<T>(
        Func<MeshReadinessDbContext, CancellationToken, Task<Result<T>>> work,
        Func<MeshReadinessDbContext, CancellationToken, Task<bool>> committed,
        CancellationToken cancellationToken) => _problems.CatchAsync(
            () => _contexts.InTransactionAsync(work, (db, _, token) => committed(db, token), cancellationToken), cancellationToken);

    private static string Json(Rollout rollout) => JsonSerializer.Serialize(rollout, StoredJson.Default.Rollout);

    private static string Json(TaskWork work) => JsonSerializer.Serialize(work, StoredJson.Default.TaskWork);

    /// <summary>The audit record's words for a change of a task.</summary>
    internal sealed record Said(string Action, string? Detail);

    private static TaskWork Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.TaskWork)!;
}

/// <summary>A change of a task.</summary>
/// <param name="Work">The work as it is now.</param>
/// <param name="Number">The number of the change in the audit record, by which it can be undone.</param>
public sealed record TaskChange(TaskWork Work, long Number);
