using System.Collections.Frozen;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>Puts the three sources side by side.</summary>
internal sealed class ProductSources(Playbook playbook, ProductCatalogue table, IEnumerable<SubscribedSku> tenant)
{
    private readonly FrozenDictionary<Guid, SubscribedSku> _tenant = tenant.DistinctBy(sku => sku.SkuId).ToFrozenDictionary(sku => sku.SkuId);
    private readonly FrozenDictionary<Guid, FrozenSet<Guid>> _table = table.Products.Values.ToFrozenDictionary(
        product => product.SkuId, product => product.ServicePlans.Select(plan => plan.ServicePlanId).ToFrozenSet());

    /// <summary>All products of which a source speaks.</summary>
    public IEnumerable<Guid> Products => _tenant.Keys.Union(_table.Keys)
        .Union(playbook.Claims.SelectMany(claim => claim.Names).SelectMany(name => name.SkuIds));

    public bool IsHeld(Guid skuId) => _tenant.ContainsKey(skuId);

    public bool IsListed(Guid skuId) => _table.ContainsKey(skuId);

    public string NameOf(Guid skuId) => table.Products.ContainsKey(skuId) || _tenant.ContainsKey(skuId)
        ? table.ProductName(skuId, _tenant.GetValueOrDefault(skuId)?.SkuPartNumber)
        : playbook.Claims.SelectMany(claim => claim.Names).FirstOrDefault(name => name.SkuIds.Contains(skuId))?.Wording ?? skuId.ToString();

    /// <summary>The claims that promise this requirement of this product.</summary>
    public IEnumerable<ProductClaim> ClaimsFor(Guid skuId, string requirementId) =>
        playbook.Claims.Where(claim => claim.Covers(skuId) && claim.Promises.Contains(requirementId));

    public SourceAnswers Ask(Guid skuId, PlanRequirement requirement) => new(
        _tenant.TryGetValue(skuId, out var sku) ? Answer(requirement.AnyOf.Any(sku.Carries)) : SourceAnswer.Silent,
        _table.TryGetValue(skuId, out var plans) ? Answer(requirement.AnyOf.Any(plans.Contains)) : SourceAnswer.Silent,
        ClaimsFor(skuId, requirement.Id).Any() ? SourceAnswer.Yes : SourceAnswer.Silent);

    /// <summary>Whether plans are known that meet the requirement; what an article says is no plan.</summary>
    public bool Meets(Guid skuId, string requirementId) =>
        Ask(skuId, playbook.Requirement(requirementId)) is { Trusted: not LicenceSource.Articles, Believed: SourceAnswer.Yes };

    private static SourceAnswer Answer(bool carries) => carries ? SourceAnswer.Yes : SourceAnswer.No;
}
