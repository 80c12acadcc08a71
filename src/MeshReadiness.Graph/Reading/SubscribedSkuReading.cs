using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using SubscribedSku = MeshReadiness.Core.Tenant.SubscribedSku;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /subscribedSkus</c>, which comes as one page.</summary>
internal static class SubscribedSkuReading
{
    public static async Task<ImmutableArray<SubscribedSku>> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var request = graph.Client.SubscribedSkus.ToGetRequestInformation();
        var skus = RawPages.ReadAsync(graph, request, Microsoft.Graph.Models.SubscribedSku.CreateFromDiscriminatorValue, cancellationToken);

        return [.. await skus.Select(Map).ToListAsync(cancellationToken)];
    }

    private static SubscribedSku Map(Microsoft.Graph.Models.SubscribedSku sku, int index) => new(
        sku.SkuId ?? throw new MalformedAnswerException($"value[{index}].skuId", "a GUID"),
        sku.SkuPartNumber ?? throw new MalformedAnswerException($"value[{index}].skuPartNumber", "the product's text id"),
        sku.CapabilityStatus ?? "",
        sku.ConsumedUnits ?? throw new MalformedAnswerException($"value[{index}].consumedUnits", "a number"),
        new PrepaidUnits(
            sku.PrepaidUnits?.Enabled ?? 0,
            sku.PrepaidUnits?.Warning ?? 0,
            sku.PrepaidUnits?.Suspended ?? 0,
            sku.PrepaidUnits?.LockedOut ?? 0),
        [.. (sku.ServicePlans ?? []).Select((plan, place) => new ServicePlan(
            plan.ServicePlanId ?? throw new MalformedAnswerException($"value[{index}].servicePlans[{place}].servicePlanId", "a GUID"),
            plan.ServicePlanName ?? "",
            plan.AppliesTo,
            plan.ProvisioningStatus))]);
}
