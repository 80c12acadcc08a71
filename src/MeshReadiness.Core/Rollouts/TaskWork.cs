using System.Collections.Immutable;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Rollouts;

/// <summary>What people have said and done about one task of a rollout.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Owner">Who sees to it.</param>
/// <param name="Due">When it is due; <see langword="null"/> leaves it to the suggestion.</param>
/// <param name="Intent">What people say about it.</param>
/// <param name="Because">Why it is blocked or not applicable.</param>
/// <param name="Risk">The risk of leaving it undone, if somebody asked to accept it.</param>
/// <param name="Evidence">What people handed in, oldest first.</param>
/// <param name="Version">Counts up with every change.</param>
public sealed record TaskWork(
    string TaskId,
    Actor? Owner,
    DateOnly? Due,
    TaskIntent Intent,
    string? Because,
    RiskAcceptance? Risk,
    ImmutableArray<Evidence> Evidence,
    int Version)
{
    /// <summary>Nobody has touched the task yet.</summary>
    public static TaskWork Untouched(string taskId) => new(taskId, null, null, TaskIntent.Open, null, null, [], 0);
}

/// <summary>What people say about a task, beside its proof.</summary>
public enum TaskIntent
{
    /// <summary>Nothing in particular.</summary>
    Open,

    /// <summary>Somebody is at it.</summary>
    InProgress,

    /// <summary>Something that the portal doesn't see stands in the way.</summary>
    Blocked,

    /// <summary>There is nothing to do here.</summary>
    NotApplicable,
}

/// <summary>The wish to leave a task undone for a while, and whether another admin agreed.</summary>
/// <param name="Because">Why the risk is worth taking.</param>
/// <param name="ExpiresOn">The last day on which it counts.</param>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="ApprovedBy">Who agreed: somebody else.</param>
/// <param name="ApprovedAt">When.</param>
public sealed record RiskAcceptance(
    string Because, DateOnly ExpiresOn, Actor AskedBy, DateTimeOffset AskedAt, Actor? ApprovedBy = null, DateTimeOffset? ApprovedAt = null)
{
    /// <summary>Whether it waits for another admin.</summary>
    public bool IsPending(DateOnly today) => ApprovedBy is null && today <= ExpiresOn;

    /// <summary>Whether it counts.</summary>
    public bool IsInForce(DateOnly today) => ApprovedBy is not null && today <= ExpiresOn;
}
