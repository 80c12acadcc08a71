using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about the tenant as a whole.</summary>
internal static class TenantChecks
{
    public static CheckResult Kind(CheckFacts facts)
    {
        var (kind, because) = TenantKinds.Find(facts.Tenant.Organization, facts.Tenant.SubscribedSkus, facts.Playbook.TenantSignals);

        return kind switch
        {
            TenantKind.Commercial => CheckResult.Pass($"This is a commercial tenant. {because}"),
            TenantKind.Unknown => CheckResult.Unknown(because),
            _ => CheckResult.Fail(
                $"This is no commercial tenant, and {facts.Playbook.Name} isn't offered to it. {because}",
                new Finding("Tenant", kind.ToString(), "Commercial", "Use a commercial tenant for this rollout.", "Global Administrator")),
        };
    }

    public static CheckResult PoliciesKnown(CheckFacts facts)
    {
        if (!facts.Tenant.Policies.TryGet(out var policies))
        {
            return CheckResult.Unknown("The Conditional Access policies", facts.Tenant.Policies.Problem);
        }

        int In(PolicyState state) => policies.Count(policy => policy.State == state);
        var strange = In(PolicyState.Unrecognised);

        return CheckResult.Pass(policies.IsEmpty
            ? "The tenant has no Conditional Access policy."
            : $"{Words.Count(policies.Length, "policy is", "policies are")} on record: {In(PolicyState.Enabled)} enforced, "
                + $"{In(PolicyState.ReportOnly)} report-only, {In(PolicyState.Disabled)} off"
                + (strange == 0 ? "." : $", {strange} in a state that this version doesn't know."));
    }
}
