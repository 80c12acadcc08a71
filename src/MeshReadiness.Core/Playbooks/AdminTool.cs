namespace MeshReadiness.Core.Playbooks;

/// <summary>A place where the work of tasks is done.</summary>
/// <param name="Id">Stable id, for example <c>teams-admin-center</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Url">Where it is opened; <see langword="null"/> where every company has its own.</param>
/// <param name="NeededFor">What the rollout needs it for, one sentence.</param>
public sealed record AdminTool(string Id, string Name, string? Url, string NeededFor);
