using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Licensing;

public sealed class ProductTableTests
{
    [Fact]
    public void The_shipped_table_is_whole()
    {
        var products = ProductTable.Shipped.Products;

        Assert.Equal(620, products.Count);
        Assert.Equal(5_971, products.Values.Sum(product => product.ServicePlans.Length));
        Assert.Equal(796, products.Values.SelectMany(product => product.ServicePlans).DistinctBy(plan => plan.ServicePlanId).Count());
    }
}
