using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Snapshots;

/// <summary>The current snapshot as pages see it: whole, judged, and the same for everybody who looks.</summary>
/// <param name="Head">When and how it was made.</param>
/// <param name="Report">Verdicts in numbers, and the checks.</param>
/// <param name="Tenant">The tenant but for its people.</param>
/// <param name="Rules">Explains single people from their stored facts.</param>
/// <param name="Named">The people whom Conditional Access policies name one by one and who are there.</param>
public sealed record SnapshotView(
    SnapshotHead Head, ReadinessReport Report, TenantFacts Tenant, EligibilityRules Rules, ImmutableArray<UserFacts> Named)
{
    /// <summary>A product's published name, or the part number that this tenant has it under.</summary>
    public string ProductName(Guid skuId, ProductCatalogue catalogue) => catalogue.ProductName(
        skuId, Tenant.SubscribedSkus.TryGet(out var skus) ? skus.FirstOrDefault(sku => sku.SkuId == skuId)?.SkuPartNumber : null);
}

/// <summary>
/// Gives the current snapshot. Snapshots never change, so one is kept in memory for as long as it is current; what is
/// kept doesn't grow with the number of people.
/// </summary>
public sealed class CurrentSnapshot(SnapshotStore store, Playbook playbook, ProductCatalogue catalogue)
{
    private volatile SnapshotView? _kept;

    /// <summary>The current snapshot; <see langword="null"/> before the first scan has finished.</summary>
    public async Task<SnapshotView?> GetAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } kept && kept.Head.Id == await store.CurrentIdAsync(cancellationToken))
        {
            return kept;
        }

        if (await store.CurrentAsync(cancellationToken) is not { } head)
        {
            return null;
        }

        // Retention may take a snapshot away between two reads; the next call finds its successor.
        return await store.ReportAsync(head.Id, cancellationToken) is { } report
            && await store.TenantAsync(head.Id, cancellationToken) is { } tenant
                ? _kept = new(head, report, tenant, new EligibilityRules(playbook, tenant, catalogue), await NamedAsync(head.Id, tenant, cancellationToken))
                : null;
    }

    private async Task<ImmutableArray<UserFacts>> NamedAsync(Guid id, TenantFacts tenant, CancellationToken cancellationToken)
    {
        var people = ImmutableArray.CreateBuilder<UserFacts>();

        foreach (var userId in NamedByPolicies.Of(tenant.Policies.TryGet(out var policies) ? policies : []).UserIds)
        {
            if (await store.PersonAsync(id, userId, cancellationToken) is { } person)
            {
                people.Add(person);
            }
        }

        return people.ToImmutable();
    }
}
