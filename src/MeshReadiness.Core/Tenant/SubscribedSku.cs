using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>A product that the tenant has bought, with its seats and service plans (Graph's <c>subscribedSku</c>).</summary>
/// <param name="SkuId">The product's id; the only key to compare by.</param>
/// <param name="SkuPartNumber">The product's text id, for example <c>SPE_E5</c>.</param>
/// <param name="CapabilityStatus">Enabled, Warning, Suspended, Deleted, LockedOut, or a word we don't know yet, as sent.</param>
/// <param name="ConsumedUnits">Seats given to people.</param>
/// <param name="PrepaidUnits">Seats bought, by what they are worth today.</param>
/// <param name="ServicePlans">What the product carries in this tenant. Wins over any published table.</param>
public sealed record SubscribedSku(
    Guid SkuId,
    string SkuPartNumber,
    string CapabilityStatus,
    int ConsumedUnits,
    PrepaidUnits PrepaidUnits,
    ImmutableArray<ServicePlan> ServicePlans)
{
    /// <summary>
    /// Seats that can be given out now: enabled less consumed, never below zero. Seats in warning still work
    /// for those who have them, but are no stock for new people.
    /// </summary>
    public int FreeUnits => Math.Max(0, PrepaidUnits.Enabled - ConsumedUnits);

    /// <summary>Whether nothing of the product works any more: the subscription has ended, for all of its units.</summary>
    public bool IsOutOfForce => PrepaidUnits is { Enabled: 0, Warning: 0 } && CapabilityStatus.ToUpperInvariant() is ("SUSPENDED" or "LOCKEDOUT" or "DELETED");

    /// <summary>Whether the product carries the plan in this tenant.</summary>
    public bool Carries(Guid servicePlanId) => ServicePlans.Any(plan => plan.ServicePlanId == servicePlanId);
}

/// <summary>Seats of a product by state, in units (Graph's <c>licenseUnitsDetail</c>).</summary>
public sealed record PrepaidUnits(int Enabled, int Warning, int Suspended, int LockedOut)
{
    /// <summary>All units ever paid for and still counted, whatever their state.</summary>
    public int Total => Enabled + Warning + Suspended + LockedOut;
}

/// <summary>One service inside a product (Graph's <c>servicePlanInfo</c>).</summary>
/// <param name="ServicePlanId">The plan's id; the same plan sits in many products.</param>
/// <param name="ServicePlanName">The plan's text id, for example <c>TEAMS1</c>.</param>
/// <param name="AppliesTo"><c>User</c> for plans that people hold, <c>Company</c> for the tenant's own.</param>
/// <param name="ProvisioningStatus"><c>Success</c> when the plan works in this tenant; other words, as sent, where it waits for something.</param>
public sealed record ServicePlan(Guid ServicePlanId, string ServicePlanName, string? AppliesTo, string? ProvisioningStatus = null);
