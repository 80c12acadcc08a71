using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A change of a task that somebody wants to make.</summary>
/// <param name="Seen">The work as they saw it when they began.</param>
/// <param name="Action">The audit record's word for it.</param>
/// <param name="Said">What was done once it is, in a few words.</param>
/// <param name="Edit">The change.</param>
public sealed record TaskWish(TaskWork Seen, string Action, string Said, Func<TaskWork, Moment, Result<TaskWork>> Edit)
{
    /// <summary>The file that is handed in by it.</summary>
    public FiledEvidence? File { get; init; }
}
