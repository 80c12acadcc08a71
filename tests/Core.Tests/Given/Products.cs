using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Products of a small tenant, and a table that knows the name of one of them.</summary>
internal static class Products
{
    public static readonly SubscribedSku Suite =
        Product("05e9a617-0261-4cee-bb44-138d3ef5d965", "SPE_E3", Plans.Teams, Plans.SharePoint, Plans.Other);

    public static readonly SubscribedSku Premium = Product("52ea0e27-ae73-4983-a08f-13561ebdb823", "TEAMS_PREMIUM", Plans.Mesh);

    public static readonly ProductCatalogue Table = new(new Dictionary<Guid, CatalogueProduct>
    {
        [Suite.SkuId] = new(Suite.SkuId, "Microsoft 365 E3", "SPE_E3", [new(Plans.Teams, "TEAMS1", "Microsoft Teams")]),
    }.ToImmutableDictionary());

    public static SubscribedSku Product(string id, string partNumber, params Guid[] plans) => new(
        new(id), partNumber, "Enabled", ConsumedUnits: 0, new PrepaidUnits(10, 0, 0, 0),
        [.. plans.Select(plan => new ServicePlan(plan, "PLAN", "User"))]);

    public static SubscribedSku Seats(this SubscribedSku product, int enabled, int consumed) =>
        product with { PrepaidUnits = new PrepaidUnits(enabled, 0, 0, 0), ConsumedUnits = consumed };
}
