using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class ProductTableTests
{
    private const string FileName = "license-products.json";

    [Fact]
    public void The_shipped_table_is_whole()
    {
        var products = ProductTable.Shipped.Products;

        Assert.Equal(620, products.Count);
        Assert.Equal(5_971, products.Values.Sum(product => product.ServicePlans.Length));
        Assert.Equal(796, products.Values.SelectMany(product => product.ServicePlans).DistinctBy(plan => plan.ServicePlanId).Count());
    }

    [Theory]
    [InlineData("05e9a617-0261-4cee-bb44-138d3ef5d965", "Microsoft 365 E3")]
    [InlineData("52ea0e27-ae73-4983-a08f-13561ebdb823", "Teams Premium (for Departments)")]
    public void Products_have_their_published_names(string skuId, string name) =>
        Assert.Equal(name, ProductTable.Shipped.ProductName(new Guid(skuId), null));

    [Fact]
    public void It_is_read_once() => Assert.Same(ProductTable.Shipped, ProductTable.Shipped);

    [Fact]
    public void No_product_that_carries_a_mesh_plan_gives_its_tenant_away_as_unsupported()
    {
        var meshPlans = PlaybookLibrary.Mesh.Requirements.Where(requirement => requirement.Id is "avatars" or "immersive" or "mesh")
            .SelectMany(requirement => requirement.AnyOf).ToHashSet();
        var carriers = ProductTable.Shipped.Products.Values.Where(product => product.ServicePlans.Any(plan => meshPlans.Contains(plan.ServicePlanId)));

        Assert.All(carriers, product => Assert.Equal(TenantKind.Commercial, KindWith(product)));
    }

    [Theory]
    [InlineData("Microsoft_Entra_ID_Governance", TenantKind.Commercial)]
    [InlineData("Microsoft_Cloud_App_Security_App_Governance_Add_On", TenantKind.Commercial)]
    [InlineData("ENTERPRISEPACK_GOV", TenantKind.Government)]
    [InlineData("MCOEV_GCCHIGH", TenantKind.Government)]
    [InlineData("MCOEV_USGOV_DOD", TenantKind.Government)]
    [InlineData("Teams_Premium_for_Faculty", TenantKind.Education)]
    [InlineData("CAREERCOACH_STUDENTS", TenantKind.Education)]
    [InlineData("M365EDU_A1", TenantKind.Education)]
    public void Published_products_give_the_right_kind_away(string stringId, TenantKind expected) =>
        Assert.Equal(expected, KindWith(ProductTable.Shipped.Products.Values.Single(product => product.StringId == stringId)));

    [Theory]
    [InlineData("[0].skuId", "\"E3\"", "[0].skuId must be an id like")]
    [InlineData("[1].skuId", "\"c2e41e49-e2a2-4c55-832a-cf13ffba1d6a\"", "[1].skuId is c2e41e49-e2a2-4c55-832a-cf13ffba1d6a, and another product has that id already.")]
    [InlineData("[1].name", null, "[1] has no property \"name\".")]
    [InlineData("[1].price", "1", "[1] has the property \"price\", which isn't known there. Known are name, stringId, skuId, servicePlans.")]
    [InlineData("[1].servicePlans[0].friendlyName", "\"\"", "[1].servicePlans[0].friendlyName is an empty text.")]
    [InlineData("[1].servicePlans[0]", "\"TEAMS1\"", "[1].servicePlans[0] must be an object.")]
    public void A_replaced_file_with_wrong_content_is_told_where(string path, string? json, string sentence)
    {
        var problem = ProductTable.Read("mine.json", ShippedFile.With(FileName, path, json)).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.StartsWith("mine.json, line 1: " + sentence, problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "mine.json, line 1: the file is an empty list; at least one item is needed.")]
    [InlineData("{}", "mine.json, line 1: the file must be a list.")]
    [InlineData("Product_Display_Name,String_Id", "mine.json, line 1, column 1: this isn't valid JSON. 'P' is an invalid start of a value.")]
    public void So_is_a_file_of_another_sort(string json, string sentence) =>
        Assert.Equal(sentence, ProductTable.Read("mine.json", json).Problem.Detail);

    private static TenantKind KindWith(CatalogueProduct product)
    {
        var sku = Products.Product(product.SkuId.ToString(), product.StringId, [.. product.ServicePlans.Select(plan => plan.ServicePlanId)]);
        var tenant = ATenant.With(sku);

        return TenantKinds.Find(tenant.Organization, tenant.SubscribedSkus, PlaybookLibrary.Mesh.TenantSignals).Kind;
    }
}
