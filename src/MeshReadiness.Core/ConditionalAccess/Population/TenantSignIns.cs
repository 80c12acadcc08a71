using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Population;

/// <summary>A tenant's policies with what is known of their members, ready to judge people by.</summary>
public sealed class TenantSignIns
{
    private TenantSignIns(ImmutableArray<ConditionalAccessPolicy> policies, TenantFacts tenant, AppGroups apps)
    {
        var named = NamedByPolicies.Of(policies);
        var known = tenant.Inventory.PolicyMembers.TryGet(out var members) ? members : new([], 0);
        (Apps, Trust) = (apps, tenant.Inventory.CrossTenantAccess.TryGet(out var access) ? access : null);
        Uncertain = SignIn.SetOf(
        [
            .. named.GroupIds.Where(id => !known.IsKnown(MembershipKind.Group, id)),
            .. named.RoleTemplateIds.Where(id => !known.IsKnown(MembershipKind.Role, id)),
        ]);
        Rules = new(policies, apps, Uncertain);
    }

    /// <summary>Judges everybody by the policies.</summary>
    public PopulationRules Rules { get; }

    /// <summary>The policies, in the order in which they were read.</summary>
    public ImmutableArray<ConditionalAccessPolicy> Policies => Rules.Policies;

    /// <summary>Groups and roles of which nobody knows who is in them.</summary>
    public ImmutableHashSet<string> Uncertain { get; }

    /// <summary>What words that stand for several apps mean.</summary>
    public AppGroups Apps { get; }

    private CrossTenantFacts? Trust { get; }

    /// <summary>Reads a tenant's policies; a problem when they weren't read, or one of them is none.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="apps">What words that stand for several apps mean.</param>
    public static Result<TenantSignIns> Of(TenantFacts tenant, AppGroups apps)
    {
        if (!tenant.Policies.TryGet(out var stored))
        {
            return tenant.Policies.Problem;
        }

        var policies = ImmutableArray.CreateBuilder<ConditionalAccessPolicy>(stored.Length);

        foreach (var policy in stored)
        {
            var read = PolicyReader.Read(policy);

            if (!read.TryGet(out var one))
            {
                return new Problem(ProblemKind.Invalid, $"The policy {policy.DisplayName ?? policy.Id} can't be understood. {read.Problem.Detail}");
            }

            policies.Add(one);
        }

        return new TenantSignIns(policies.MoveToImmutable(), tenant, apps);
    }

    /// <summary>A scenario with what this tenant trusts other tenants with, where that is the same for all of them.</summary>
    public SignInScenario Here(SignInScenario scenario) => scenario with
    {
        SignIn = scenario.SignIn with
        {
            TrustsMfa = Trusted(scenario.SignIn.TrustsMfa, access => access.IsMfaTrusted),
            TrustsCompliantDevice = Trusted(scenario.SignIn.TrustsCompliantDevice, access => access.AreDevicesTrusted),
        },
    };

    // Whose home isn't known may come from any partner. What a partner leaves open follows the default, and there nothing is no.
    private Truth Trusted(Truth told, Func<InboundAccess, bool?> trust)
    {
        if (told is not Truth.Unknown || Trust is not { } access)
        {
            return told;
        }

        var usual = trust(access.Default) is true;
        return access.Partners.All(partner => (trust(partner.Inbound) ?? usual) == usual) ? TruthLogic.Of(usual) : Truth.Unknown;
    }
}
