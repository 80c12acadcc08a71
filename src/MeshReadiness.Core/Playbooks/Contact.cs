using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Somebody whose help or consent a rollout needs, and what they are asked for.</summary>
/// <param name="Id">Stable id, for example <c>network</c>.</param>
/// <param name="Name">The team or person, as people call it.</param>
/// <param name="Kind">Whether they change something or have a say.</param>
/// <param name="Asked">What is asked of them, one or two sentences.</param>
/// <param name="Function">Who in the company answers for it.</param>
/// <param name="Role">The Entra role whose holders are proposed; <see langword="null"/> where no role tells who it is.</param>
/// <param name="Tasks">The ids of the tasks that they take part in.</param>
public sealed record Contact(
    string Id, string Name, ContactKind Kind, string Asked, string Function, string? Role, ImmutableArray<string> Tasks);

/// <summary>What sort of help a contact gives.</summary>
public enum ContactKind
{
    /// <summary>Holds a switch that the rollout needs.</summary>
    SupportingTeam,

    /// <summary>Is affected, decides or speaks for others.</summary>
    Stakeholder,
}
