using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>What one policy does about a sign-in.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Applies">Whether it is about the sign-in.</param>
/// <param name="Conditions">Its conditions, met or not; none of a policy that is disabled.</param>
/// <param name="Grant">What it demands and how far that is met; <see langword="null"/> when it demands nothing.</param>
/// <param name="Result">The word that the sign-in log has for it.</param>
public sealed record PolicyResult(
    ConditionalAccessPolicy Policy, Truth Applies, ImmutableArray<ConditionResult> Conditions, GrantResult? Grant, PolicyOutcome Result)
{
    /// <summary>How far somebody gets, were the policy enforced.</summary>
    internal GrantRange Range => (Grant?.Range ?? GrantRange.Of(GrantLevel.Pass)).Where(Applies);
}

/// <summary>The words of the sign-in log (Graph's <c>appliedConditionalAccessPolicyResult</c>).</summary>
public enum PolicyOutcome
{
    /// <summary>Applied, and its demands were met.</summary>
    Success,

    /// <summary>Applied, and its demands weren't met.</summary>
    Failure,

    /// <summary>Not about this sign-in.</summary>
    NotApplied,

    /// <summary>Disabled.</summary>
    NotEnabled,

    /// <summary>Would have applied, with its demands met.</summary>
    ReportOnlySuccess,

    /// <summary>Would have blocked.</summary>
    ReportOnlyFailure,

    /// <summary>Would have asked for something.</summary>
    ReportOnlyInterrupted,

    /// <summary>Would not have been about this sign-in.</summary>
    ReportOnlyNotApplied,

    /// <summary>A missing fact could change it.</summary>
    Unknown,
}
