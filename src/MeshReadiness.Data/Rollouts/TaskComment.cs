using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Data;

/// <summary>What somebody said about a task.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TaskId">The task.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What.</param>
public sealed record TaskComment(Guid Id, string TaskId, DateTimeOffset At, Actor By, string Text);
