using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>
/// Judges a sign-in by all policies: every policy ends in passing, prompting or blocking, the worst of those that are enforced
/// counts, and a missing fact makes the outcome unknown only where it could change it. Pure: the same facts give the same answer.
/// </summary>
public sealed class SignInRules(ImmutableArray<ConditionalAccessPolicy> policies, AppGroups apps)
{
    private const int Blocked = 53003, Confirm = 50199, NotCompliant = 53000, NotJoined = 53001, NotApproved = 53002;

    /// <summary>Judges a sign-in.</summary>
    public SignInResult Judge(SignIn signIn)
    {
        ImmutableArray<PolicyResult> results = [.. policies.Select(policy => Judge(policy, signIn))];
        return new(Outcome(results), ErrorCodes(results, signIn), results, Later(signIn));
    }

    private PolicyResult Judge(ConditionalAccessPolicy policy, SignIn signIn)
    {
        var grant = policy.Grant is { } demands ? GrantRules.Judge(demands, signIn) : null;

        if (policy.State is PolicyState.Disabled)
        {
            return new(policy, Truth.No, [], grant, PolicyOutcome.NotEnabled);
        }

        var conditions = PolicyConditions.Judge(policy, signIn, apps);
        var applies = conditions.Min(condition => condition.Met);
        return new(policy, applies, conditions, grant, Word(policy.State, applies, grant?.Range ?? GrantRange.Of(GrantLevel.Pass)));
    }

    /// <summary>The sign-in log's word for what a policy does.</summary>
    internal static PolicyOutcome Word(PolicyState state, Truth applies, GrantRange demands)
    {
        var isReported = state is PolicyState.ReportOnly;

        return (applies, demands.IsCertain, demands.Best) switch
        {
            _ when state is PolicyState.Unrecognised => PolicyOutcome.Unknown,
            (Truth.No, _, _) => isReported ? PolicyOutcome.ReportOnlyNotApplied : PolicyOutcome.NotApplied,
            (Truth.Unknown, _, _) or (_, false, GrantLevel.Pass) => PolicyOutcome.Unknown,
            (_, false, _) => isReported ? PolicyOutcome.Unknown : PolicyOutcome.Failure,
            (_, _, GrantLevel.Pass) => isReported ? PolicyOutcome.ReportOnlySuccess : PolicyOutcome.Success,
            (_, _, GrantLevel.Prompt) => isReported ? PolicyOutcome.ReportOnlyInterrupted : PolicyOutcome.Failure,
            _ => isReported ? PolicyOutcome.ReportOnlyFailure : PolicyOutcome.Failure,
        };
    }

    private static SignInOutcome Outcome(ImmutableArray<PolicyResult> results) =>
        Outcome(GrantRange.All(results.Select(result => Enforced(result.Policy.State, result.Range))));

    /// <summary>What a policy counts for. One in a state that this version doesn't know may be enforced or not.</summary>
    internal static GrantRange Enforced(PolicyState state, GrantRange range) => state switch
    {
        PolicyState.Enabled => range,
        PolicyState.Unrecognised => new(GrantLevel.Pass, range.Worst),
        _ => GrantRange.Of(GrantLevel.Pass),
    };

    /// <summary>What all policies together come to.</summary>
    internal static SignInOutcome Outcome(GrantRange all) => !all.IsCertain ? SignInOutcome.Unknown : all.Best switch
    {
        GrantLevel.Pass => SignInOutcome.Allowed,
        GrantLevel.Prompt => SignInOutcome.BlockedUnlessControlsMet,
        _ => SignInOutcome.Blocked,
    };

    // Only policies that block for sure, and of them the controls that aren't met for sure.
    private static ImmutableArray<int> ErrorCodes(ImmutableArray<PolicyResult> results, SignIn signIn) =>
    [
        .. results
            .Where(result => result is { Policy.State: PolicyState.Enabled, Applies: Truth.Yes, Grant.Range.Best: GrantLevel.Block })
            .SelectMany(result => result.Grant!.Controls)
            .Where(control => control.Range.Best is GrantLevel.Block)
            .SelectMany(control => Codes(control.Control, signIn))
            .Distinct()
            .Order(),
    ];

    private static ImmutableArray<int> Codes(string control, SignIn signIn) => control.ToUpperInvariant() switch
    {
        "BLOCK" => [Blocked],
        "COMPLIANTDEVICE" when signIn is { IsHeadset: true, Device.IsRegistered: Truth.No } && GrantRules.AsksForMesh(signIn) is Truth.Yes => [Confirm, Blocked],
        "COMPLIANTDEVICE" => [NotCompliant],
        "DOMAINJOINEDDEVICE" => [NotJoined],
        "APPROVEDAPPLICATION" => [NotApproved],
        _ => [],
    };

    private ImmutableArray<LaterResult> Later(SignIn signIn) => signIn.Target is { Kind: SignInTargetKind.Application } target
        && apps.Dependencies.TryGetValue(target.Value, out var needed)
            ? [.. needed.Select(app => new LaterResult(app, Outcome([.. policies.Select(policy => Judge(policy, signIn with { Target = new(SignInTargetKind.Application, app) }))])))]
            : [];
}
