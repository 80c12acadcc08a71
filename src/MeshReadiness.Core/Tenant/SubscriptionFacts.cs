using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>One purchase or trial behind a product (Graph's <c>companySubscription</c>), the only place that tells a trial's end.</summary>
/// <param name="SkuPartNumber">The product's text id.</param>
/// <param name="Status">Enabled, Warning, Suspended, Deleted, LockedOut, or a word we don't know yet, as sent.</param>
/// <param name="IsTrial">Whether it is a trial.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="NextLifecycleAt">When its state changes next: for a trial, its end.</param>
/// <param name="ServicePlanIds">What it carries.</param>
public sealed record SubscriptionFacts(
    string SkuPartNumber,
    string? Status,
    bool IsTrial,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? NextLifecycleAt,
    ImmutableArray<Guid> ServicePlanIds)
{
    /// <summary>Whether what it carries works today.</summary>
    public bool IsWorking =>
        "Enabled".Equals(Status, StringComparison.OrdinalIgnoreCase) || "Warning".Equals(Status, StringComparison.OrdinalIgnoreCase);
}
