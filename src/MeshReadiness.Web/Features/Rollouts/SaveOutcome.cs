using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Makes a form's change of a task.</summary>
public sealed class SaveOutcome(TimeProvider time) : EditOutcome<TaskWork, TaskChange>(time)
{
    /// <inheritdoc />
    protected override string What => "task";

    /// <inheritdoc />
    protected override ImmutableArray<WorkDifference> Differences(TaskWork before, TaskWork after) => WorkWords.Differences(before, after);
}
