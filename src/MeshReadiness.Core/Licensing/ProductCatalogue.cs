using System.Collections.Immutable;

namespace MeshReadiness.Core.Licensing;

/// <summary>
/// Microsoft's published table of products and plans. It gives readable names and is a floor, not the truth:
/// where a tenant's own products differ, the tenant is right.
/// </summary>
/// <param name="Products">Products by <c>skuId</c>.</param>
public sealed record ProductCatalogue(ImmutableDictionary<Guid, CatalogueProduct> Products)
{
    /// <summary>The page that publishes the table.</summary>
    public const string Source = "https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference";

    private readonly ImmutableDictionary<Guid, string> _planNames = Products.Values
        .SelectMany(product => product.ServicePlans)
        .DistinctBy(plan => plan.ServicePlanId)
        .ToImmutableDictionary(plan => plan.ServicePlanId, plan => plan.FriendlyName);

    /// <summary>The product's published name, or its part number when the table doesn't know it.</summary>
    public string ProductName(Guid skuId, string? partNumber) =>
        Products.TryGetValue(skuId, out var product) ? product.Name : string.IsNullOrWhiteSpace(partNumber) ? skuId.ToString() : partNumber;

    /// <summary>The plan's published name, or the given one when the table doesn't know it.</summary>
    public string PlanName(Guid servicePlanId, string? fallback) =>
        _planNames.TryGetValue(servicePlanId, out var name) ? name : fallback ?? servicePlanId.ToString();
}

/// <summary>A product in the published table.</summary>
public sealed record CatalogueProduct(Guid SkuId, string Name, string StringId, ImmutableArray<CataloguePlan> ServicePlans);

/// <summary>A plan of a product in the published table.</summary>
public sealed record CataloguePlan(Guid ServicePlanId, string Name, string FriendlyName);
