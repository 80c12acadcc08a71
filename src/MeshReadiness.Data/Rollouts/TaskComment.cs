using System.Collections.Immutable;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Data;

/// <summary>What somebody said about a task.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TaskId">The task.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What.</param>
public sealed record TaskComment(Guid Id, string TaskId, DateTimeOffset At, Actor By, string Text);

/// <summary>The latest that was said about a task.</summary>
/// <param name="Latest">The latest comments, oldest first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record LatestComments(ImmutableArray<TaskComment> Latest, int Total)
{
    /// <summary>Nobody has said anything.</summary>
    public static LatestComments None { get; } = new([], 0);
}
