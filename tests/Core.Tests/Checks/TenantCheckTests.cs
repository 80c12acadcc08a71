using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class TenantCheckTests
{
    [Fact]
    public void A_commercial_tenant_passes() => Expect(
        CheckOutcome.Pass,
        "This is a commercial tenant. None of the tenant's 2 products is sold to government or education tenants only.",
        ACheck.Run("tenant-kind", ATenant.NoConsent));

    [Fact]
    public void A_school_fails_and_is_told_what_to_do()
    {
        var result = ACheck.Run(
            "tenant-kind", ATenant.NoConsent, ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "PACK_FACULTY")));

        Expect(
            CheckOutcome.Fail,
            "This is no commercial tenant, and Small isn't offered to it. The product PACK_FACULTY is sold to education tenants only.",
            result);
        Assert.Equal(new Finding("Tenant", "Education", "Commercial", "Use a commercial tenant for this rollout.", "Global Administrator"), Assert.Single(result.Findings));
    }

    [Fact]
    public void An_unread_tenant_is_unknown() => Expect(
        CheckOutcome.Unknown,
        "The tenant's products could not be read. Consent is missing.",
        ACheck.Run("tenant-kind", ATenant.NoConsent, ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent }));

    [Fact]
    public void No_policy_at_all_is_an_answer() =>
        Expect(CheckOutcome.Pass, "The tenant has no Conditional Access policy.", ACheck.Run("policies-known", ATenant.NoConsent));

    [Fact]
    public void One_policy_is() => Expect(
        CheckOutcome.Pass, "1 policy is on record: 1 enforced, 0 report-only, 0 off.", PoliciesKnown(PolicyState.Enabled));

    [Fact]
    public void Several_policies_are_counted_by_state() => Expect(
        CheckOutcome.Pass,
        "4 policies are on record: 1 enforced, 1 report-only, 2 off.",
        PoliciesKnown(PolicyState.Enabled, PolicyState.ReportOnly, PolicyState.Disabled, PolicyState.Disabled));

    [Fact]
    public void A_policy_in_a_state_that_nobody_knows_is_named_too() => Expect(
        CheckOutcome.Pass,
        "2 policies are on record: 1 enforced, 0 report-only, 0 off, 1 in a state that this version doesn't know.",
        PoliciesKnown(PolicyState.Enabled, PolicyState.Unrecognised));

    [Fact]
    public void Unread_policies_are_unknown() => Expect(
        CheckOutcome.Unknown,
        "The Conditional Access policies could not be read. Consent is missing.",
        ACheck.Run("policies-known", ATenant.NoConsent, ATenant.Usual() with { Policies = ATenant.NoConsent }));

    private static CheckResult PoliciesKnown(params PolicyState[] states) => ACheck.Run(
        "policies-known",
        ATenant.NoConsent,
        ATenant.Usual() with
        {
            Policies = states.Select(state => new ConditionalAccessPolicyFacts("id", "Policy", state, [], "{}")).ToImmutableArray(),
        });

    private static void Expect(CheckOutcome outcome, string sentence, CheckResult result) =>
        Assert.Equal((outcome, sentence), (result.Outcome, result.Sentence));
}
