using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>
/// Finds where the tenant's own products, Microsoft's published table and the wording of the articles differ. For each
/// product and requirement there is one contradiction at most, the one that tells the most.
/// </summary>
public sealed class ContradictionFinder
{
    private readonly Playbook _playbook;
    private readonly ProductSources _sources;
    private readonly ContradictionWords _words;

    private ContradictionFinder(Playbook playbook, ProductSources sources) =>
        (_playbook, _sources, _words) = (playbook, sources, new(sources));

    /// <summary>All contradictions, by product name and then in the order of the playbook's requirements.</summary>
    /// <param name="playbook">The playbook whose requirements and claims count.</param>
    /// <param name="table">The published table.</param>
    /// <param name="tenant">The tenant's own products; none where they couldn't be read.</param>
    public static ImmutableArray<Contradiction> Find(Playbook playbook, ProductCatalogue table, IEnumerable<SubscribedSku> tenant)
    {
        var sources = new ProductSources(playbook, table, tenant);
        var finder = new ContradictionFinder(playbook, sources);

        return [.. sources.Products
            .Select(skuId => (SkuId: skuId, Name: sources.NameOf(skuId)))
            .OrderBy(product => product.Name, StringComparer.OrdinalIgnoreCase).ThenBy(product => product.SkuId)
            .SelectMany(product => finder.About(product.SkuId))];
    }

    private IEnumerable<Contradiction> About(Guid skuId)
    {
        if (!_sources.IsListed(skuId) && _playbook.Claims.FirstOrDefault(claim => claim.Covers(skuId)) is { } claim)
        {
            yield return _words.NotListed(skuId, claim);
        }

        foreach (var requirement in _playbook.Requirements)
        {
            if (About(skuId, requirement) is { } found)
            {
                yield return found;
            }
        }
    }

    private Contradiction? About(Guid skuId, PlanRequirement requirement)
    {
        var says = _sources.Ask(skuId, requirement);

        return says switch
        {
            { Trusted: LicenceSource.Articles } => null,
            { Tenant: SourceAnswer.Yes, Table: SourceAnswer.No } or { Tenant: SourceAnswer.No, Table: SourceAnswer.Yes } =>
                _words.TenantDiffers(skuId, requirement, says),
            { Believed: SourceAnswer.No, Articles: SourceAnswer.Yes } =>
                _words.Named(skuId, requirement, says, OtherForms(skuId, requirement.Id)),
            { Believed: SourceAnswer.No } when Deceiving(skuId, requirement.Id) is { IsEmpty: false } claims =>
                _words.WithoutRest(skuId, requirement, says, claims, Carried(skuId, claims)),
            { Believed: SourceAnswer.Yes, Articles: SourceAnswer.Silent, Table: SourceAnswer.Yes } when Unnamed(skuId, requirement.Id) is { } claim =>
                _words.Unnamed(skuId, requirement, says, claim),
            _ => null,
        };
    }

    // Other forms of what the articles name that do have the plan.
    private ImmutableArray<Guid> OtherForms(Guid skuId, string requirementId) =>
        [.. _sources.ClaimsFor(skuId, requirementId)
            .SelectMany(claim => claim.Names)
            .Where(name => name.SkuIds.Contains(skuId))
            .SelectMany(name => name.SkuIds)
            .Distinct()
            .Where(form => _sources.Meets(form, requirementId))];

    // The claims by which the product has what sets it apart, but not this, which is needed with it.
    private ImmutableArray<ProductClaim> Deceiving(Guid skuId, string requirementId) => [.. _playbook.Claims.Where(claim =>
        claim.With.Contains(requirementId) && claim.Gives.Any(id => _sources.Meets(skuId, id)))];

    private ImmutableArray<PlanRequirement> Carried(Guid skuId, ImmutableArray<ProductClaim> claims) =>
        [.. claims.SelectMany(claim => claim.Gives).Distinct().Where(id => _sources.Meets(skuId, id)).Select(_playbook.Requirement)];

    // A claim whose products these would be, were it named there. What lacks the rest is told about already.
    private ProductClaim? Unnamed(Guid skuId, string requirementId) => _playbook.Claims.FirstOrDefault(claim =>
        claim.Gives.Contains(requirementId) && claim.With.All(id => _sources.Meets(skuId, id)));
}
