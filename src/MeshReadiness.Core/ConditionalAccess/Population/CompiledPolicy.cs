using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>A policy in one scenario, with everything judged that isn't about the person, and what it demands of each kind of account.</summary>
internal sealed class CompiledPolicy
{
    private readonly Truth _others;
    private readonly GrantRange[] _demands;

    public CompiledPolicy(ConditionalAccessPolicy policy, SignIn signIn, AppGroups apps, ImmutableHashSet<string> uncertain)
    {
        Policy = policy;
        _others = PolicyConditions.Judge(policy, signIn, apps)
            .Where(condition => condition.Condition != PersonConditions.Name)
            .Select(condition => condition.Met)
            .DefaultIfEmpty(Truth.Yes)
            .Min();
        _demands = [.. PersonClass.Kinds.Select(kind => policy.Grant is { } grant ? GrantRules.Judge(grant, kind.As(signIn, uncertain)).Range : GrantRange.Of(GrantLevel.Pass))];
    }

    /// <summary>The policy.</summary>
    public ConditionalAccessPolicy Policy { get; }

    /// <summary>What the policy does, and what that counts for.</summary>
    /// <param name="isAbout">Whether it is about the person.</param>
    /// <param name="kind">Which of the <see cref="PersonClass.Kinds"/>.</param>
    public (PolicyOutcome Word, GrantRange Range) Judge(Truth isAbout, int kind)
    {
        if (Policy.State is PolicyState.Disabled)
        {
            return (PolicyOutcome.NotEnabled, GrantRange.Of(GrantLevel.Pass));
        }

        var applies = isAbout.And(_others);
        return (SignInRules.Word(Policy.State, applies, _demands[kind]), SignInRules.Enforced(Policy.State, _demands[kind].Where(applies)));
    }
}
