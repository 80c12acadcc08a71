using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class TenantKindTests
{
    [Theory]
    [InlineData("SPE_E3", TenantKind.Commercial)]
    [InlineData("ENTERPRISEPACK_GOV", TenantKind.Government)]
    [InlineData("enterprisepack_gov", TenantKind.Government)]
    [InlineData("SPE_E3_USGOV_DOD", TenantKind.Government)]
    [InlineData("Microsoft_Entra_ID_Governance", TenantKind.Commercial)]
    [InlineData("App_Governance_and_then_GOV_GOV", TenantKind.Government)]
    [InlineData("M365EDU_A3_FACULTY", TenantKind.Education)]
    public void A_product_s_part_number_gives_the_kind_away(string partNumber, TenantKind expected) =>
        Assert.Equal(expected, Find(ATenant.With(Products.Suite, Products.Product("11111111-0000-0000-0000-000000000000", partNumber))).Kind);

    [Theory]
    [InlineData("304767db-7d23-49e8-a945-4a7eb65f9f28", TenantKind.Government)]
    [InlineData("63038b2c-28d0-45f6-bc36-33062963b498", TenantKind.Education)]
    public void So_does_a_plan_that_only_such_tenants_have(string plan, TenantKind expected)
    {
        var (kind, because) = Find(ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "PLAIN", new Guid(plan))));

        Assert.Equal(expected, kind);
        Assert.StartsWith("The product PLAIN is sold to ", because, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_type_than_a_workforce_tenant_decides_first()
    {
        var tenant = ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "X_GOV"))
            with
        { Organization = new OrganizationFacts("id", "Contoso", "AAD B2C", "CH", null) };

        Assert.Equal((TenantKind.External, "The tenant's type is AAD B2C, not AAD."), Find(tenant));
    }

    [Fact]
    public void Products_that_could_not_be_read_leave_the_kind_unknown()
    {
        var (kind, because) = Find(ATenant.Usual() with { SubscribedSkus = ATenant.NoConsent });

        Assert.Equal(TenantKind.Unknown, kind);
        Assert.Equal("The tenant's products could not be read. Consent is missing.", because);
    }

    [Fact]
    public void A_tenant_that_could_not_be_read_isnt_taken_for_a_commercial_one()
    {
        var (kind, because) = Find(ATenant.Usual() with { Organization = ATenant.NoConsent });

        Assert.Equal(TenantKind.Unknown, kind);
        Assert.Equal("The tenant itself could not be read. Consent is missing.", because);
    }

    [Fact]
    public void Government_products_decide_even_then() => Assert.Equal(
        TenantKind.Government,
        Find(ATenant.With(Products.Product("11111111-0000-0000-0000-000000000000", "X_GOV")) with { Organization = ATenant.NoConsent }).Kind);

    [Fact]
    public void The_sentence_counts_the_products()
    {
        Assert.Equal("The tenant's one product isn't sold to government or education tenants only.", Find(ATenant.With(Products.Suite)).Because);
        Assert.Equal("None of the tenant's 2 products is sold to government or education tenants only.", Find(ATenant.Usual()).Because);
    }

    private static (TenantKind Kind, string Because) Find(TenantFacts tenant) =>
        TenantKinds.Find(tenant.Organization, tenant.SubscribedSkus, SmallPlaybook.It.TenantSignals);
}
