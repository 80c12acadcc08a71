using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A rollout as pages and programs see it, at one moment.</summary>
/// <param name="Rollout">The rollout.</param>
/// <param name="Playbook">The playbook that it follows.</param>
/// <param name="Standing">How its tasks stand.</param>
/// <param name="Snapshot">The snapshot that the tenant's answers come from; <see langword="null"/> before the first scan is complete.</param>
public sealed record RolloutView(Rollout Rollout, Playbook Playbook, RolloutStanding Standing, SnapshotHead? Snapshot);

/// <summary>What people do with rollouts: open them, change them, change their tasks, undo.</summary>
public sealed class RolloutDesk
{
    private readonly RolloutStore _store;
    private readonly CommentStore _comments;
    private readonly SnapshotStore _snapshots;
    private readonly PlaybookShelf _playbooks;
    private readonly RolloutBell _bell;
    private readonly TimeProvider _time;

    // Snapshots never change, so the answers of the current one are kept.
    private volatile KeptAnswers? _kept;

    internal RolloutDesk(
        RolloutStore store, CommentStore comments, SnapshotStore snapshots, PlaybookShelf playbooks, RolloutBell bell, TimeProvider time) =>
        (_store, _comments, _snapshots, _playbooks, _bell, _time) = (store, comments, snapshots, playbooks, bell, time);

    /// <summary>All rollouts, newest first.</summary>
    public Task<ImmutableArray<Rollout>> ListAsync(CancellationToken cancellationToken) => _store.ListAsync(cancellationToken);

    /// <summary>Opens a rollout.</summary>
    /// <param name="id">Which; <see langword="null"/> for the newest that isn't archived.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<RolloutView>> OpenAsync(Guid? id, CancellationToken cancellationToken)
    {
        var rollout = id is { } chosen
            ? await _store.FindAsync(chosen, cancellationToken)
            : (await _store.ListAsync(cancellationToken)).OrderBy(one => one.IsArchived).FirstOrDefault();

        if (rollout is null)
        {
            return RolloutStore.NoRollout;
        }

        if (_playbooks.Find(rollout.PlaybookId) is not { } playbook)
        {
            return new Problem(ProblemKind.NotFound, $"The playbook {rollout.PlaybookId} of this rollout isn't part of this edition of the portal.");
        }

        var snapshot = await _snapshots.CurrentAsync(cancellationToken);
        var answers = snapshot is null ? ImmutableDictionary<string, CheckAnswer>.Empty : await AnswersAsync(snapshot, cancellationToken);
        var work = await _store.WorkAsync(rollout.Id, cancellationToken);
        return new RolloutView(rollout, playbook, RolloutStanding.Of(playbook, rollout, answers, work, _time.GetUtcNow()), snapshot);
    }

    /// <summary>Begins a rollout.</summary>
    public async Task<Result<Rollout>> BeginAsync(string playbookId, RolloutWish wish, Actor actor, CancellationToken cancellationToken)
    {
        if (_playbooks.Find(playbookId) is not { } playbook)
        {
            return new Problem(ProblemKind.Invalid, $"There is no playbook {playbookId}. There are: {string.Join(", ", _playbooks.All.Select(one => one.Id))}.");
        }

        var moment = Now(actor);
        var begun = RolloutEdit.Begin(Guid.CreateVersion7(moment.At), playbook, wish, moment);
        return begun.TryGet(out var rollout) ? Ring(await _store.AddAsync(rollout, moment, cancellationToken)) : begun;
    }

    /// <summary>Makes a first rollout where there is none, so that the checklist is there from the start.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if ((await _store.ListAsync(cancellationToken)).IsEmpty)
        {
            var playbook = _playbooks.All[0];
            await BeginAsync(playbook.Id, new(playbook.Name, [.. playbook.Experiences.Select(one => one.Id)], null), Actor.Portal, cancellationToken);
        }
    }

    /// <summary>Changes what is wanted of a rollout.</summary>
    public async Task<Result<Rollout>> ChangeAsync(Guid id, int seen, RolloutWish wish, Actor actor, CancellationToken cancellationToken)
    {
        var moment = Now(actor);
        return Ring(await _store.EditAsync(
            id,
            seen,
            "rollout.changed",
            rollout => _playbooks.Find(rollout.PlaybookId) is { } playbook ? RolloutEdit.Change(rollout, playbook, wish, moment) : RolloutStore.NoRollout,
            moment,
            null,
            cancellationToken));
    }

    /// <summary>Puts a rollout away, or takes it out again.</summary>
    public async Task<Result<Rollout>> ArchiveAsync(Guid id, int seen, bool isArchived, Actor actor, CancellationToken cancellationToken) =>
        Ring(await _store.EditAsync(
            id, seen, isArchived ? "rollout.archived" : "rollout.restored", rollout => RolloutEdit.Archive(rollout, isArchived), Now(actor), null, cancellationToken));

    /// <summary>Changes what people say about a task.</summary>
    /// <param name="task">The task, with the version that was seen.</param>
    /// <param name="action">The audit record's word for it, for example <c>assigned</c>.</param>
    /// <param name="edit">One of <see cref="TaskEdit"/>.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<Result<TaskChange>> EditAsync(
        SeenTask task, string action, Func<TaskWork, Moment, Result<TaskWork>> edit, Actor actor, CancellationToken cancellationToken) =>
        EditAsync(task, action, edit, null, actor, cancellationToken);

    /// <summary>Changes what people say about a task, with the file that they hand in by it.</summary>
    public async Task<Result<TaskChange>> EditAsync(
        SeenTask task, string action, Func<TaskWork, Moment, Result<TaskWork>> edit, FiledEvidence? file, Actor actor, CancellationToken cancellationToken)
    {
        var moment = Now(actor);
        var changed = await _store.EditTaskAsync(task.RolloutId, task.TaskId, task.Version, action, work => edit(work, moment), file, moment, cancellationToken);

        if (changed.Succeeded)
        {
            _bell.Ring(new(task.RolloutId, task.TaskId, actor));
        }

        return changed;
    }

    /// <summary>Undoes a change of a task, unless somebody has changed the task again since.</summary>
    public async Task<Result<TaskChange>> UndoAsync(Guid rolloutId, long number, Actor actor, CancellationToken cancellationToken)
    {
        var undone = await _store.UndoAsync(number, Now(actor), cancellationToken);

        if (undone.TryGet(out var change))
        {
            _bell.Ring(new(rolloutId, change.Work.TaskId, actor));
        }

        return undone;
    }

    /// <summary>The latest that was said about a task.</summary>
    public Task<LatestComments> CommentsAsync(Guid rolloutId, string taskId, int take, CancellationToken cancellationToken) =>
        _comments.LatestAsync(rolloutId, taskId, take, cancellationToken);

    /// <summary>What people said and did about all tasks of a rollout, also about those that its playbook doesn't have any more.</summary>
    public async Task<ImmutableArray<LeftWork>> AllWorkAsync(Guid rolloutId, CancellationToken cancellationToken)
    {
        var work = await _store.WorkAsync(rolloutId, cancellationToken);
        var comments = await _comments.CountsAsync(rolloutId, cancellationToken);
        return [.. work.Keys.Union(comments.Keys).Order(StringComparer.Ordinal)
            .Select(id => new LeftWork(work.GetValueOrDefault(id) ?? TaskWork.Untouched(id), comments.GetValueOrDefault(id)))];
    }

    /// <summary>Says something about a task.</summary>
    public async Task<Result<TaskComment>> CommentAsync(Guid rolloutId, string taskId, string text, Actor actor, CancellationToken cancellationToken)
    {
        var moment = Now(actor);
        var said = await _comments.AddAsync(rolloutId, taskId, Guid.CreateVersion7(moment.At), text, moment, cancellationToken);

        if (said.Succeeded)
        {
            _bell.Ring(new(rolloutId, taskId, actor));
        }

        return said;
    }

    /// <summary>Takes back what one has said oneself.</summary>
    public async Task<Result<TaskComment>> TakeCommentBackAsync(Guid rolloutId, Guid commentId, Actor actor, CancellationToken cancellationToken)
    {
        var taken = await _comments.TakeBackAsync(commentId, Now(actor), cancellationToken);

        if (taken.TryGet(out var comment))
        {
            _bell.Ring(new(rolloutId, comment.TaskId, actor));
        }

        return taken;
    }

    private async Task<ImmutableDictionary<string, CheckAnswer>> AnswersAsync(SnapshotHead snapshot, CancellationToken cancellationToken)
    {
        var kept = _kept is { } known && known.SnapshotId == snapshot.Id
            ? known
            : _kept = new(snapshot.Id, await _snapshots.AnswersAsync(snapshot, cancellationToken));
        return kept.Answers;
    }

    private Result<Rollout> Ring(Result<Rollout> changed)
    {
        if (changed.TryGet(out var rollout))
        {
            _bell.Ring(new(rollout.Id, null, null));
        }

        return changed;
    }

    private Moment Now(Actor actor) => new(actor, _time.GetUtcNow());

    private sealed record KeptAnswers(Guid SnapshotId, ImmutableDictionary<string, CheckAnswer> Answers);
}

/// <summary>What people said and did about a task.</summary>
/// <param name="Work">What they did.</param>
/// <param name="Comments">How often they commented.</param>
public sealed record LeftWork(TaskWork Work, int Comments);

/// <summary>A task as somebody saw it who is about to change it.</summary>
/// <param name="RolloutId">The rollout.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Version">The version of its work that was on the screen.</param>
public sealed record SeenTask(Guid RolloutId, string TaskId, int Version);
