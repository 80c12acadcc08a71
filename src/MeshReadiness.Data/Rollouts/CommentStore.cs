using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>What people say about tasks. What was said can be taken back by whoever said it; the audit record keeps it.</summary>
public sealed class CommentStore
{
    /// <summary>The audit record's word for a comment.</summary>
    public const string Added = "comment.added";

    /// <summary>The audit record's word for a comment that was taken back.</summary>
    public const string TakenBack = "comment.takenBack";

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;

    internal CommentStore(IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems) => (_contexts, _problems) = (contexts, problems);

    /// <summary>The latest that was said about a task.</summary>
    /// <param name="rolloutId">The rollout.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="take">How many comments at most.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<LatestComments> LatestAsync(Guid rolloutId, string taskId, int take, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var comments = db.TaskComments.AsNoTracking().Where(comment => comment.RolloutId == rolloutId && comment.TaskId == taskId);
        var latest = await comments.OrderByDescending(comment => comment.At).ThenByDescending(comment => comment.Id).Take(take).ToListAsync(cancellationToken);
        return new(
            [.. latest.AsEnumerable().Reverse().Select(ToComment)],
            latest.Count < take ? latest.Count : await comments.CountAsync(cancellationToken));
    }

    /// <summary>How often something was said about each task.</summary>
    public async Task<ImmutableDictionary<string, int>> CountsAsync(Guid rolloutId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var counts = await db.TaskComments.Where(comment => comment.RolloutId == rolloutId).GroupBy(comment => comment.TaskId)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return counts.ToImmutableDictionary(count => count.Key, count => count.Count);
    }

    /// <summary>Says something about a task.</summary>
    public Task<Result<TaskComment>> AddAsync(
        Guid rolloutId, string taskId, Guid commentId, string text, Moment moment, CancellationToken cancellationToken) => _problems.CatchAsync(
        () => _contexts.InTransactionAsync<TaskComment>(
            async (db, token) =>
            {
                if (await RolloutRows.WhyNotChangedAsync(db, rolloutId, token) is { } problem)
                {
                    return problem;
                }

                if (text.Trim() is not { Length: > 0 and <= TaskEdit.LongestText } words)
                {
                    return new Problem(ProblemKind.Invalid, $"A comment has 1 to {TaskEdit.LongestText} characters; this one has {text.Trim().Length}.");
                }

                db.TaskComments.Add(new()
                {
                    Id = commentId, RolloutId = rolloutId, TaskId = taskId, At = moment.At, ById = moment.By.ObjectId, ByName = moment.By.DisplayName, Text = words,
                });
                await AuditLines.AddAsync(db, new(moment.At, moment.By, Added, taskId, words, rolloutId), token);
                return new TaskComment(commentId, taskId, moment.At, moment.By, words);
            },
            (db, _, token) => db.TaskComments.AnyAsync(comment => comment.Id == commentId, token),
            cancellationToken),
        cancellationToken);

    /// <summary>Takes back what one has said oneself.</summary>
    public Task<Result<TaskComment>> TakeBackAsync(Guid commentId, Moment moment, CancellationToken cancellationToken) => _problems.CatchAsync(
        () => _contexts.InTransactionAsync<TaskComment>(
            async (db, token) =>
            {
                if (await db.TaskComments.SingleOrDefaultAsync(comment => comment.Id == commentId, token) is not { } record)
                {
                    return new Problem(ProblemKind.NotFound, "This comment isn't there any more.");
                }

                if (await RolloutRows.WhyNotChangedAsync(db, record.RolloutId, token) is { } problem)
                {
                    return problem;
                }

                if (record.ById != moment.By.ObjectId)
                {
                    return new Problem(ProblemKind.Invalid, $"Only {record.ByName} can take this comment back: they wrote it.");
                }

                db.TaskComments.Remove(record);
                await AuditLines.AddAsync(db, new(moment.At, moment.By, TakenBack, record.TaskId, record.Text, record.RolloutId), token);
                return ToComment(record);
            },
            async (db, _, token) => !await db.TaskComments.AnyAsync(comment => comment.Id == commentId, token),
            cancellationToken),
        cancellationToken);

    private static TaskComment ToComment(TaskCommentRecord record) => new(record.Id, record.TaskId, record.At, new(record.ById, record.ByName), record.Text);
}
