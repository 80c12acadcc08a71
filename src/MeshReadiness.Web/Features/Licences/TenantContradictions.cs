using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Finds where the sources about products differ, as far as it concerns this tenant.</summary>
public sealed class TenantContradictions(Playbook playbook, ProductCatalogue table)
{
    /// <summary>The contradictions about the tenant's own products, or why these aren't known.</summary>
    /// <param name="view">The snapshot.</param>
    /// <param name="all">Whether to tell about products that the tenant doesn't have as well.</param>
    public Result<ImmutableArray<Contradiction>> Find(SnapshotView view, bool all) => view.Tenant.SubscribedSkus.Map(skus =>
    {
        var held = skus.Select(sku => sku.SkuId).ToHashSet();
        return ContradictionFinder.Find(playbook, table, skus).Where(found => all || held.Contains(found.SkuId)).ToImmutableArray();
    });
}
