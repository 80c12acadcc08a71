using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Takes whole rollouts out of the database and into it, with work, evidence, files, comments and history.</summary>
public sealed class RolloutTransfer
{
    /// <summary>Stands before actions that happened in another portal, or before a rollout was taken out.</summary>
    public const string Elsewhere = "imported.";

    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly StorageProblems _problems;

    internal RolloutTransfer(IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems) => (_contexts, _problems) = (contexts, problems);

    /// <summary>Everything that belongs to a rollout; <see langword="null"/> when there is none with this id.</summary>
    public async Task<RolloutFile?> TakeOutAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

        if (await db.Rollouts.AsNoTracking().SingleOrDefaultAsync(rollout => rollout.Id == id, cancellationToken) is not { } record)
        {
            return null;
        }

        var works = await RolloutRows.WorkAsync(db, id, null, cancellationToken);
        var files = await db.EvidenceFiles.AsNoTracking()
            .Where(file => db.Evidence.Any(item => item.Id == file.EvidenceId && item.RolloutId == id && !item.IsTakenBack))
            .OrderBy(file => file.EvidenceId).ToListAsync(cancellationToken);
        var comments = await db.TaskComments.AsNoTracking().Where(comment => comment.RolloutId == id)
            .OrderBy(comment => comment.At).ThenBy(comment => comment.Id).ToListAsync(cancellationToken);
        var history = await db.AuditEntries.AsNoTracking().Where(line => line.RolloutId == id).OrderBy(line => line.Number).ToListAsync(cancellationToken);

        return new(
            RolloutFile.Name,
            RolloutFile.Newest,
            RolloutRows.ToRollout(record),
            works,
            [.. comments.Select(comment => new FiledComment(comment.TaskId, comment.At, new(comment.ById, comment.ByName), comment.Text))],
            [.. files.Select(file => new FiledEvidence(file.EvidenceId, file.Name, file.ContentType, file.Hash, file.Content))],
            [.. history.Select(AuditLines.ToEntry).Select(entry => entry with { Action = Home(entry.Action) })])
        {
            Contacts = await NoteRows.AllAsync<Outreach>(db, id, cancellationToken),
            Decisions = await NoteRows.AllAsync<Decision>(db, id, cancellationToken),
        };
    }

    /// <summary>Takes a rollout in, under ids of its own. All of it or nothing.</summary>
    /// <param name="file">The rollout, with everything.</param>
    /// <param name="id">Its id here.</param>
    /// <param name="action">The audit record's word for it: <c>imported</c>, <c>cloned</c> or <c>moved</c>.</param>
    /// <param name="moment">Who, and when.</param>
    /// <param name="detail">What the audit record says beside it, if anything.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<Rollout>> TakeInAsync(
        RolloutFile file, Guid id, string action, Moment moment, string? detail, CancellationToken cancellationToken) => _problems.CatchAsync(
        () => _contexts.InTransactionAsync<Rollout>(
            async (db, token) =>
            {
                var rollout = file.Rollout with { Id = id };
                var record = new RolloutRecord { Id = id, PlaybookId = rollout.PlaybookId, CreatedAt = moment.At };
                RolloutRows.Write(rollout, record);
                db.Rollouts.Add(record);
                AddWork(db, file, id);
                db.TaskComments.AddRange(file.Comments.Select(comment => new TaskCommentRecord
                {
                    Id = Guid.CreateVersion7(comment.At), RolloutId = id, TaskId = comment.TaskId, At = comment.At,
                    ById = comment.By.ObjectId, ByName = comment.By.DisplayName, Text = comment.Text,
                }));
                db.RolloutNotes.AddRange(file.Contacts.Select(note => NoteRows.ToRecord(id, note)));
                db.RolloutNotes.AddRange(file.Decisions.Select(note => NoteRows.ToRecord(id, note)));
                await db.SaveChangesAsync(token);

                await AuditLines.AddManyAsync(
                    db,
                    [
                        .. file.History.Select(entry => entry with { Action = Elsewhere + entry.Action, RolloutId = id }),
                        new(moment.At, moment.By, $"rollout.{action}", rollout.Name, detail, id),
                    ],
                    token);
                return rollout;
            },
            (db, _, token) => db.Rollouts.AnyAsync(rollout => rollout.Id == id, token),
            cancellationToken),
        cancellationToken);

    private static void AddWork(MeshReadinessDbContext db, RolloutFile file, Guid id)
    {
        var files = file.Files.ToDictionary(one => one.EvidenceId);

        foreach (var work in file.Work)
        {
            var record = new TaskWorkRecord { RolloutId = id, TaskId = work.TaskId };
            RolloutRows.Write(work, record);
            db.TaskWork.Add(record);

            foreach (var evidence in work.Evidence)
            {
                // The rollout that it comes from may be in this database, too.
                var own = evidence with { Id = Guid.NewGuid() };
                db.Evidence.Add(RolloutRows.ToRecord(id, work.TaskId, own));

                if (files.TryGetValue(evidence.Id, out var behind))
                {
                    db.EvidenceFiles.Add(new() { EvidenceId = own.Id, Name = behind.Name, ContentType = behind.ContentType, Hash = behind.Hash, Content = behind.Content });
                }
            }
        }
    }

    private static string Home(string action) => action.StartsWith(Elsewhere, StringComparison.Ordinal) ? action[Elsewhere.Length..] : action;
}
