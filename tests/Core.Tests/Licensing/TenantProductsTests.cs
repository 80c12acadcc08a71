using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class TenantProductsTests
{
    private static readonly Guid Elsewhere = new("99999999-0000-0000-0000-000000000000");

    [Fact]
    public void A_product_that_the_tenant_doesnt_list_is_doubtful()
    {
        Assert.True(Of(Products.Suite).IsDoubtful(Elsewhere));
        Assert.False(Of(Products.Suite).IsDoubtful(Products.Suite.SkuId));
    }

    [Theory]
    [InlineData("Enabled", false)]
    [InlineData("warning", false)]
    [InlineData("Suspended", true)]
    [InlineData("Deleted", true)]
    [InlineData("LockedOut", true)]
    [InlineData("SomethingNew", true)]
    [InlineData("", true)]
    public void A_product_s_capability_status_decides(string status, bool expected) =>
        Assert.Equal(expected, IsDoubtful(Products.Suite with { CapabilityStatus = status }));

    [Theory]
    [InlineData(0, 0, 0, 0, false)]
    [InlineData(0, 5, 0, 0, false)]
    [InlineData(10, 0, 1, 0, true)]
    [InlineData(10, 0, 0, 1, true)]
    public void Units_that_dont_work_make_it_doubtful(int enabled, int warning, int suspended, int lockedOut, bool expected) =>
        Assert.Equal(expected, IsDoubtful(Products.Suite with { PrepaidUnits = new(enabled, warning, suspended, lockedOut) }));

    [Theory]
    [InlineData("Success", false)]
    [InlineData("SUCCESS", false)]
    [InlineData(null, false)]
    [InlineData("PendingInput", true)]
    [InlineData("PendingActivation", true)]
    [InlineData("Disabled", true)]
    [InlineData("Error", true)]
    public void A_plan_that_counts_decides_by_its_provisioning(string? status, bool expected) =>
        Assert.Equal(expected, IsDoubtful(Waiting(Plans.Teams, status)));

    [Fact]
    public void A_plan_that_nobody_asks_for_may_wait() => Assert.False(IsDoubtful(Waiting(Plans.Other, "PendingInput")));

    [Fact]
    public void Products_that_could_not_be_read_leave_every_licence_doubtful()
    {
        var products = new TenantProducts(new Problem(ProblemKind.Unavailable, "No."), SmallPlaybook.It);

        Assert.False(products.AreKnown);
        Assert.True(products.IsDoubtful(Products.Suite.SkuId));
        Assert.True(products.AreDoubtful(Person.Member().Holding(Products.Suite).Holdings));
        Assert.False(products.AreDoubtful(LicenceHoldings.None));
    }

    [Fact]
    public void One_doubtful_licence_is_enough()
    {
        var products = Of(Products.Suite, Products.Premium with { CapabilityStatus = "Suspended" });

        Assert.False(products.AreDoubtful(Person.Member().Holding(Products.Suite).Holdings));
        Assert.True(products.AreDoubtful(Person.Member().Holding(Products.Suite).Holding(Products.Premium).Holdings));
    }

    [Fact]
    public void Plans_are_kept_only_where_they_cant_be_worked_out()
    {
        var products = Of(Products.Suite);
        var told = Person.Member().Holding(Products.Suite).Holdings with { Plans = [new(Plans.Teams, CapabilityStatus.Enabled, "Enabled")] };
        var doubtful = told with { Licences = [.. told.Licences, new(Elsewhere, [])] };

        Assert.Equal(told with { Plans = default }, products.Reduce(told));
        Assert.Same(doubtful, products.Reduce(doubtful));
        Assert.Same(LicenceHoldings.None, products.Reduce(LicenceHoldings.None));
    }

    [Fact]
    public void A_product_that_is_listed_twice_is_taken_once() =>
        Assert.Equal([Products.Suite.SkuId], Of(Products.Suite, Products.Suite).Skus.Keys);

    [Fact]
    public void Carriers_are_the_products_with_one_of_the_plans() => Assert.Equal(
        [Products.Suite.SkuId], Of(Products.Suite, Products.Premium).CarriersOf(SmallPlaybook.It.Requirement("storage")));

    private static TenantProducts Of(params SubscribedSku[] products) => new(ATenant.With(products).SubscribedSkus, SmallPlaybook.It);

    private static bool IsDoubtful(SubscribedSku product) => Of(product).IsDoubtful(product.SkuId);

    private static SubscribedSku Waiting(Guid planId, string? status) => Products.Suite with
    {
        ServicePlans = [.. Products.Suite.ServicePlans.Select(plan => plan.ServicePlanId == planId ? plan with { ProvisioningStatus = status } : plan)],
    };
}
