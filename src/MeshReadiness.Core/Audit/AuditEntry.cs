using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Audit;

/// <summary>Who did what, when, and to what.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, as a stable word such as <c>scan.started</c>.</param>
/// <param name="Subject">To what: an id or a name.</param>
/// <param name="Detail">More, in words; <see langword="null"/> when there is nothing to add.</param>
/// <param name="RolloutId">The rollout that it belongs to; <see langword="null"/> for what belongs to none.</param>
/// <param name="Before">What was there before, as JSON; <see langword="null"/> for nothing.</param>
/// <param name="After">What is there now, as JSON; <see langword="null"/> for nothing.</param>
public sealed record AuditEntry(
    DateTimeOffset At, Actor Actor, string Action, string Subject, string? Detail, Guid? RolloutId = null, string? Before = null, string? After = null);

/// <summary>A line of the audit record, tied to the one before it.</summary>
/// <param name="Number">Counts up by one, without gaps.</param>
/// <param name="Entry">What happened.</param>
/// <param name="Hash">See <see cref="AuditChain"/>.</param>
public sealed record AuditLine(long Number, AuditEntry Entry, string Hash);
