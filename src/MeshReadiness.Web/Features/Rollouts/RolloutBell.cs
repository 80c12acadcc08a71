using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Tells open pages that somebody has changed a rollout, so that they show it without being asked to.</summary>
public sealed class RolloutBell
{
    /// <summary>Something was changed. Called on any thread.</summary>
    public event Action<RolloutRing>? Rang;

    internal void Ring(RolloutRing ring) => Rang?.Invoke(ring);
}

/// <summary>What was changed.</summary>
/// <param name="RolloutId">The rollout.</param>
/// <param name="About">The id of the task, contact or decision; <see langword="null"/> for the rollout as a whole.</param>
/// <param name="By">Who changed it, where it matters.</param>
public sealed record RolloutRing(Guid RolloutId, string? About, Actor? By);
