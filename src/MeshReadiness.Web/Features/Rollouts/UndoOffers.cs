using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What a visitor did last, and how to undo it. One for each visitor, so that it outlives the page it was done on.</summary>
public sealed class UndoOffers
{
    /// <summary>What was done; <see langword="null"/> when there is nothing to say.</summary>
    public UndoOffer? Current { get; private set; }

    /// <summary>There is something else to say, or nothing any more.</summary>
    public event Action? Changed;

    /// <summary>Says what was done.</summary>
    public void Say(UndoOffer? offer)
    {
        Current = offer;
        Changed?.Invoke();
    }

    /// <summary>Undoes what was done last, and says what came of it.</summary>
    public async Task UndoAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (Current is { Undo: { } undo } offer)
        {
            var problem = await undo(actor, cancellationToken);
            Say(new(problem is null ? $"Undone: {offer.Sentence}" : $"Not undone. {problem.Detail}", null));
        }
    }
}

/// <summary>Something that was done.</summary>
/// <param name="Sentence">What, in a few words.</param>
/// <param name="Undo">Undoes it, or says why not; <see langword="null"/> where it can't be undone.</param>
public sealed record UndoOffer(string Sentence, Func<Actor, CancellationToken, Task<Problem?>>? Undo);
