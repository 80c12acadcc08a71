using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Kiota.Abstractions.Serialization;
using SubscribedSku = MeshReadiness.Core.Tenant.SubscribedSku;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /subscribedSkus</c>, which comes as one page.</summary>
internal static class SubscribedSkuReading
{
    public static async Task<ImmutableArray<SubscribedSku>> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var request = graph.Client.SubscribedSkus.ToGetRequestInformation();
        var skus = RawPages.ReadAsync(graph, request, Model, cancellationToken);

        return [.. await skus.Select((sku, index) => Map(sku, $"value[{index}].")).ToListAsync(cancellationToken)];
    }

    /// <summary>A product that stands alone, as its own JSON.</summary>
    public static SubscribedSku Read(JsonElement item) => Map(RawPages.Make(item, "the item", Model), "");

    private static Microsoft.Graph.Models.SubscribedSku Model(IParseNode node) => Microsoft.Graph.Models.SubscribedSku.CreateFromDiscriminatorValue(node);

    private static SubscribedSku Map(Microsoft.Graph.Models.SubscribedSku sku, string at) => new(
        sku.SkuId ?? throw new MalformedAnswerException($"{at}skuId", "a GUID"),
        sku.SkuPartNumber ?? throw new MalformedAnswerException($"{at}skuPartNumber", "the product's text id"),
        sku.CapabilityStatus ?? "",
        sku.ConsumedUnits ?? throw new MalformedAnswerException($"{at}consumedUnits", "a number"),
        new PrepaidUnits(
            sku.PrepaidUnits?.Enabled ?? 0,
            sku.PrepaidUnits?.Warning ?? 0,
            sku.PrepaidUnits?.Suspended ?? 0,
            sku.PrepaidUnits?.LockedOut ?? 0),
        [.. (sku.ServicePlans ?? []).Select((plan, place) => new ServicePlan(
            plan.ServicePlanId ?? throw new MalformedAnswerException($"{at}servicePlans[{place}].servicePlanId", "a GUID"),
            plan.ServicePlanName ?? "",
            plan.AppliesTo,
            plan.ProvisioningStatus))]);
}
