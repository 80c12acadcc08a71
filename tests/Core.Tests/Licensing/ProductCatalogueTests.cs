using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class ProductCatalogueTests
{
    private static readonly Guid Unknown = new("99999999-0000-0000-0000-000000000000");

    [Fact]
    public void Published_names_win_over_part_numbers()
    {
        Assert.Equal("Microsoft 365 E3", Products.Table.ProductName(Products.Suite.SkuId, "SPE_E3"));
        Assert.Equal("Microsoft Teams", Products.Table.PlanName(Plans.Teams, "TEAMS1"));
    }

    [Fact]
    public void What_the_table_doesnt_know_keeps_the_name_it_came_with()
    {
        Assert.Equal("NEW_PRODUCT", Products.Table.ProductName(Unknown, "NEW_PRODUCT"));
        Assert.Equal("NEW_PLAN", Products.Table.PlanName(Unknown, "NEW_PLAN"));
    }

    [Fact]
    public void Without_any_name_the_id_is_shown()
    {
        Assert.Equal(Unknown.ToString(), Products.Table.ProductName(Unknown, null));
        Assert.Equal(Unknown.ToString(), Products.Table.PlanName(Unknown, null));
    }
}
