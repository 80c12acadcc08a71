using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>The products that could be assigned: the tenant's own that work, and those of the published table that it could buy.</summary>
internal sealed class ProductShelf
{
    private readonly Playbook _playbook;
    private readonly ImmutableArray<Product> _held, _others;

    public ProductShelf(Playbook playbook, TenantProducts tenant, ProductCatalogue table)
    {
        _playbook = playbook;
        var notOffered = playbook.NotOffered.SelectMany(others => others.SkuIds).ToHashSet();
        _held = [.. tenant.Skus.Values
            .Where(sku => sku.PrepaidUnits.Enabled + sku.PrepaidUnits.Warning > 0 && !notOffered.Contains(sku.SkuId))
            .Select(sku => new Product(
                sku.SkuId, table.ProductName(sku.SkuId, sku.SkuPartNumber), true, sku.FreeUnits, sku.ServicePlans.Length,
                Met(sku.ServicePlans.Where(Works).Select(plan => plan.ServicePlanId))))
            .OrderBy(product => product.Name, StringComparer.OrdinalIgnoreCase).ThenBy(product => product.SkuId)];
        _others = [.. table.Products.Values
            .Where(product => !tenant.Skus.ContainsKey(product.SkuId) && !notOffered.Contains(product.SkuId)
                && !TenantKinds.IsForOthers(product.StringId, product.ServicePlans.Select(plan => plan.ServicePlanId), playbook.TenantSignals))
            .Select(product => new Product(
                product.SkuId, product.Name, false, 0, product.ServicePlans.Length, Met(product.ServicePlans.Select(plan => plan.ServicePlanId))))
            .Where(product => product.Meets.Count > 0)];
    }

    /// <summary>
    /// Takes what somebody lacks apart into seats of one product each: whatever the tenant's own products meet first, of
    /// these the one that meets the most, and then what could be bought.
    /// </summary>
    public IEnumerable<ImmutableArray<string>> Seats(ImmutableArray<string> lacks)
    {
        for (var rest = lacks; !rest.IsEmpty;)
        {
            var seat = Best(_held, rest) is { IsEmpty: false } held ? held : Best(_others, rest);
            yield return seat.IsEmpty ? rest : seat;
            rest = seat.IsEmpty ? [] : [.. rest.Except(seat)];
        }
    }

    /// <summary>Products of which one seat meets all of this, the best first.</summary>
    public ImmutableArray<ProductOffer> Offers(ImmutableArray<string> meets) =>
        [.. _held.Concat(_others)
            .Where(product => meets.All(product.Meets.Contains))
            .Select(product => new ProductOffer(product.SkuId, product.Name, product.IsHeld, product.FreeUnits, IsNamed(product.SkuId, meets), product.Plans))
            .OrderByDescending(offer => offer.IsHeld).ThenByDescending(offer => offer.IsNamed).ThenBy(offer => offer.Plans)
            .ThenBy(offer => offer.Name, StringComparer.OrdinalIgnoreCase).ThenBy(offer => offer.SkuId)];

    private static ImmutableArray<string> Best(ImmutableArray<Product> products, ImmutableArray<string> lacks) => products
        .Select(product => lacks.Where(product.Meets.Contains).ToImmutableArray())
        .OrderByDescending(met => met.Length).ThenBy(met => string.Concat(met.Select(id => (char)('a' + lacks.IndexOf(id)))), StringComparer.Ordinal)
        .FirstOrDefault([]);

    private bool IsNamed(Guid skuId, ImmutableArray<string> meets) =>
        _playbook.Claims.Any(claim => claim.Covers(skuId) && claim.Promises.Any(meets.Contains));

    private HashSet<string> Met(IEnumerable<Guid> plans)
    {
        var carried = plans.ToHashSet();
        return [.. _playbook.Requirements.Where(requirement => requirement.AnyOf.Any(carried.Contains)).Select(requirement => requirement.Id)];
    }

    private static bool Works(ServicePlan plan) =>
        plan.ProvisioningStatus is null || plan.ProvisioningStatus.Equals("Success", StringComparison.OrdinalIgnoreCase);

    private sealed record Product(Guid SkuId, string Name, bool IsHeld, int FreeUnits, int Plans, HashSet<string> Meets);
}
