using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What people do with a rollout's notes of one kind: read them, change them, undo. Open pages hear of it.</summary>
/// <typeparam name="T">The document.</typeparam>
public sealed class NoteDesk<T>(RolloutNotes<T> notes, RolloutBell bell, TimeProvider time)
    where T : class, IRolloutNote<T>
{
    /// <summary>All notes of a rollout, by key. Things that nobody has written about are left out.</summary>
    public Task<ImmutableDictionary<string, Note<T>>> ListAsync(Guid rolloutId, CancellationToken cancellationToken) =>
        notes.ListAsync(rolloutId, cancellationToken);

    /// <summary>Changes a note, unless somebody has changed it since it was seen.</summary>
    public async Task<Result<NoteChange<T>>> EditAsync(Guid rolloutId, Wish<Note<T>> wish, Actor actor, CancellationToken cancellationToken)
    {
        var (seen, moment) = (wish.Seen, new Moment(actor, time.GetUtcNow()));
        return Ring(rolloutId, actor, await notes.EditAsync(
            rolloutId,
            seen.Content.Key,
            seen.Version,
            wish.Action,
            now => wish.Edit(seen with { Content = now }, moment).Map(note => note.Content),
            moment,
            cancellationToken));
    }

    /// <summary>Undoes a change, unless somebody has changed the note again since.</summary>
    public async Task<Problem?> UndoAsync(Guid rolloutId, long number, Actor actor, CancellationToken cancellationToken)
    {
        var undone = Ring(rolloutId, actor, await notes.UndoAsync(number, new(actor, time.GetUtcNow()), cancellationToken));
        return undone.Succeeded ? null : undone.Problem;
    }

    private Result<NoteChange<T>> Ring(Guid rolloutId, Actor actor, Result<NoteChange<T>> changed)
    {
        if (changed.TryGet(out var change))
        {
            bell.Ring(new(rolloutId, change.Note.Content.Key, actor));
        }

        return changed;
    }
}
