using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Data;

/// <summary>Who did what, when, and to what.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, as a stable word such as <c>scan.started</c>.</param>
/// <param name="Subject">To what: an id or a name.</param>
/// <param name="Detail">More, in words; <see langword="null"/> when there is nothing to add.</param>
public sealed record AuditEntry(DateTimeOffset At, Actor Actor, string Action, string Subject, string? Detail);
