using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class UnsupportedTenantTests
{
    private static readonly UserFacts Licensed = Person.Member().With(Plans.Teams);

    [Fact]
    public void In_a_government_tenant_nobody_is_ready()
    {
        var verdict = Judge(ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "PACK_GOV")));

        Assert.Equal(Verdict.NotReady, verdict.Verdict);
        Assert.Equal("tenant-unsupported", verdict.Reasons[0].Code);
        Assert.Equal("Small isn't offered to government tenants. The product PACK_GOV is sold to government tenants only.", verdict.Reasons[0].Sentence);
        Assert.Equal(SmallPlaybook.Page, verdict.Reasons[0].Source);
    }

    [Fact]
    public void Reasons_about_the_person_are_given_all_the_same() => Assert.Equal(
        ["tenant-unsupported", "account-enabled", "teams:on"],
        Judge(ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "PACK_GOV"))).Reasons.Select(reason => reason.Code));

    [Fact]
    public void When_products_could_not_be_read_everybody_is_unknown_and_the_reason_is_repeated()
    {
        var verdict = Judge(ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent });

        Assert.Equal(Verdict.Unknown, verdict.Verdict);
        Assert.Equal(
            "Whether Small is offered to this tenant is unknown. The tenant's products could not be read. Consent is missing.",
            verdict.Reasons[0].Sentence);
    }

    [Fact]
    public void Then_somebody_without_the_plan_is_still_not_ready() => Assert.Equal(
        Verdict.NotReady,
        ATenant.Rules(ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent }).Explain(Person.Member())[0].Verdict);

    private static ExperienceVerdict Judge(TenantFacts tenant) => ATenant.Rules(tenant).Explain(Licensed)[0];
}
