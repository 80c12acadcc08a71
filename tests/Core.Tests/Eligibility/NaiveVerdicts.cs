using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>
/// The rules once more, written slowly and straight from the facts: no footprint, no prepared tables.
/// Made to disagree with the product wherever that takes a short cut too many.
/// </summary>
internal static class NaiveVerdicts
{
    private static readonly SubscribedSku[] Tenant = [Products.Suite, Products.Premium];

    public static (Verdict Verdict, HashSet<string> Codes) For(UserFacts person, Experience experience)
    {
        if (experience.Audience == Audience.Members && person.UserType == UserType.Guest)
        {
            return (Verdict.NotApplicable, ["guests-not-served"]);
        }

        if (experience.Audience == Audience.Guests && person.UserType == UserType.Member)
        {
            return (Verdict.NotApplicable, ["members-not-served"]);
        }

        HashSet<string> bad = [], unclear = [], good = [];

        (person.AccountEnabled is null ? unclear : person.AccountEnabled.Value ? good : bad)
            .Add(person.AccountEnabled is null ? "account-unknown" : person.AccountEnabled.Value ? "account-enabled" : "account-disabled");

        if (person.UserType is null && experience.Audience != Audience.Everyone)
        {
            unclear.Add("user-type-unknown");
        }

        if (experience.Audience == Audience.Guests)
        {
            var accepted = person.UserType == UserType.Guest ? person.Invitation : null;
            (accepted == InvitationState.Accepted ? good : accepted == InvitationState.PendingAcceptance ? bad : unclear)
                .Add(accepted == InvitationState.Accepted ? "guest:accepted" : accepted == InvitationState.PendingAcceptance ? "guest:pending" : "guest:unknown");
        }

        if (experience.NotEvaluated is not null)
        {
            unclear.Add($"not-evaluated:{experience.Id}");
        }

        foreach (var id in experience.Requires)
        {
            var standing = Standing(person, SmallPlaybook.It.Requirement(id).AnyOf);
            (standing == "on" ? good : standing == "unclear" ? unclear : bad).Add($"{id}:{standing}");
        }

        var verdict = bad.Count > 0 ? Verdict.NotReady : unclear.Count > 0 ? Verdict.Unknown : Verdict.Ready;
        return (verdict, [.. bad, .. unclear, .. good]);
    }

    private static string Standing(UserFacts person, ImmutableArray<Guid> plans)
    {
        var told = InForce(person);
        bool Has(params CapabilityStatus[] any) => told.Any(row => plans.Contains(row.ServicePlanId) && any.Contains(row.Status));

        if (Has(CapabilityStatus.Enabled, CapabilityStatus.Warning))
        {
            return "on";
        }

        if (Has(CapabilityStatus.Unrecognised))
        {
            return "unclear";
        }

        if (Has(CapabilityStatus.Suspended, CapabilityStatus.LockedOut))
        {
            return "suspended";
        }

        if (person.AssignedLicenses.SelectMany(licence => licence.DisabledPlans).Intersect(plans).Any())
        {
            return "switched-off";
        }

        var failed = person.LicenseAssignmentStates
            .Where(state => state.State.ToUpperInvariant() is "ERROR" or "ACTIVEWITHERROR")
            .Join(Tenant, state => state.SkuId, product => product.SkuId, (_, product) => product);

        return failed.Any(product => product.ServicePlans.Select(plan => plan.ServicePlanId).Intersect(plans).Any())
            ? "assignment-failed"
            : "missing";
    }

    // Graph's own answer counts only where some licence is of a product that the tenant doesn't list.
    private static IEnumerable<AssignedPlan> InForce(UserFacts person) =>
        person.AssignedLicenses.All(licence => Tenant.Any(product => product.SkuId == licence.SkuId))
            ? person.AssignedLicenses.SelectMany(licence => Tenant.Single(product => product.SkuId == licence.SkuId).ServicePlans
                .Where(plan => !licence.DisabledPlans.Contains(plan.ServicePlanId))
                .Select(plan => new AssignedPlan(plan.ServicePlanId, CapabilityStatus.Enabled, "Enabled")))
            : person.AssignedPlans;
}
