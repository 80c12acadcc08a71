using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A page about what people write about things of one kind in a rollout.</summary>
/// <typeparam name="T">The document.</typeparam>
public abstract class NotePage<T> : OpenRolloutPage
    where T : class, IRolloutNote<T>
{
    private ImmutableDictionary<string, Note<T>> _notes = ImmutableDictionary<string, Note<T>>.Empty;

    [Inject] private NoteDesk<T> Notes { get; set; } = default!;

    /// <summary>The note about a thing, also where nobody has written anything yet.</summary>
    protected Note<T> NoteOf(string key) => _notes.GetValueOrDefault(key) ?? new(T.Untouched(key), 0);

    /// <inheritdoc />
    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);

        if (View is { } view)
        {
            var notes = await Notes.ListAsync(view.Rollout.Id, cancellationToken);
            _notes = cancellationToken.IsCancellationRequested ? _notes : notes;
        }
    }

    /// <summary>Makes a change of a note.</summary>
    protected Task<Result<NoteChange<T>>> SaveAsync(Wish<Note<T>> wish)
    {
        var rolloutId = View!.Rollout.Id;
        return SaveAsync(
            () => Notes.EditAsync(rolloutId, wish, Me, CancellationToken.None),
            change => new(wish.Said, UndoOf(rolloutId, change.Number)));
    }

    /// <summary>Undoes a change of a note.</summary>
    protected Func<Core.Scanning.Actor, CancellationToken, Task<Problem?>> UndoOf(Guid rolloutId, long number)
    {
        // An offer outlives the page it was made on.
        var notes = Notes;
        return (actor, cancellationToken) => notes.UndoAsync(rolloutId, number, actor, cancellationToken);
    }
}
