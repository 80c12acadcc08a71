using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Data;

/// <summary>Everybody in a snapshot, or those of one department, country or office.</summary>
/// <param name="By">Department, country or office; <see langword="null"/> for everybody.</param>
/// <param name="Value">Which one; empty for people without one.</param>
public sealed record PeopleSet(Dimension? By = null, string Value = "")
{
    /// <summary>All people.</summary>
    public static PeopleSet Everybody { get; } = new();
}
