using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>A person as they were at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="User">The facts; <see langword="null"/> when the directory didn't have the person.</param>
/// <param name="Verdicts">The verdicts by experience id; empty when the directory didn't have the person.</param>
public sealed record PersonMoment(DateTimeOffset At, UserFacts? User, ImmutableDictionary<string, Verdict> Verdicts);
