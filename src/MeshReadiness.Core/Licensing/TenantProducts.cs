using System.Collections.Frozen;
using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Licensing;

/// <summary>
/// The tenant's products, prepared for the question what a licence gives. A person's plans follow from their licences less
/// the plans that are switched off, unless a product is <em>doubtful</em>: then only Graph's <c>assignedPlans</c> tell.
/// </summary>
public sealed class TenantProducts
{
    private readonly FrozenDictionary<Guid, SubscribedSku> _skus;
    private readonly FrozenSet<Guid> _certain;

    /// <summary>Prepares what was read, for one playbook.</summary>
    /// <param name="subscribedSkus">The products, or why they could not be read.</param>
    /// <param name="playbook">The playbook whose requirements name the plans that count.</param>
    public TenantProducts(Result<ImmutableArray<SubscribedSku>> subscribedSkus, Playbook playbook)
    {
        var asked = playbook.Requirements.SelectMany(requirement => requirement.AnyOf).ToFrozenSet();
        _skus = (subscribedSkus.TryGet(out var read) ? read : []).DistinctBy(sku => sku.SkuId).ToFrozenDictionary(sku => sku.SkuId);
        _certain = _skus.Values.Where(sku => IsCertain(sku, asked)).Select(sku => sku.SkuId).ToFrozenSet();
        AreKnown = subscribedSkus.Succeeded;
    }

    /// <summary>Whether the products could be read at all. If not, every licence is doubtful.</summary>
    public bool AreKnown { get; }

    /// <summary>The products by id.</summary>
    public IReadOnlyDictionary<Guid, SubscribedSku> Skus => _skus;

    /// <summary>
    /// Whether nobody can tell from a licence of this product which of the plans that count work: the tenant doesn't list it,
    /// or it carries such a plan and some of its units are suspended or the plan waits for something. For such products the
    /// plans have to be asked for.
    /// </summary>
    public bool IsDoubtful(Guid skuId) => !_certain.Contains(skuId);

    /// <summary>Whether a licence in these holdings is doubtful, so that their plans can't be worked out.</summary>
    public bool AreDoubtful(LicenceHoldings holdings)
    {
        foreach (var licence in holdings.Licences)
        {
            if (IsDoubtful(licence.SkuId))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The holdings as they are stored: without the plans wherever these can be worked out, so that it makes no difference
    /// whether they were asked for.
    /// </summary>
    public LicenceHoldings Reduce(LicenceHoldings holdings) =>
        holdings.Plans.IsDefault || AreDoubtful(holdings) ? holdings : holdings with { Plans = default };

    /// <summary>The products that carry one of these plans in this tenant.</summary>
    public FrozenSet<Guid> CarriersOf(PlanRequirement requirement) =>
        _skus.Values.Where(sku => requirement.AnyOf.Any(sku.Carries)).Select(sku => sku.SkuId).ToFrozenSet();

    private static bool IsCertain(SubscribedSku sku, FrozenSet<Guid> asked) =>
        !sku.ServicePlans.Any(plan => asked.Contains(plan.ServicePlanId))
        || (IsAny(sku.CapabilityStatus, "Enabled", "Warning")
        && sku.PrepaidUnits is { Suspended: 0, LockedOut: 0 }
        && sku.ServicePlans.All(plan => !asked.Contains(plan.ServicePlanId) || plan.ProvisioningStatus is null || IsAny(plan.ProvisioningStatus, "Success")));

    private static bool IsAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
