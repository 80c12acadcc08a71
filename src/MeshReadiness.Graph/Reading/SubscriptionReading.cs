using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads <c>GET /directory/subscriptions</c>.</summary>
internal static class SubscriptionReading
{
    public static Task<ImmutableArray<SubscriptionFacts>> ReadAsync(GraphAccess graph, CancellationToken cancellationToken) =>
        RawPages.ReadAllAsync(graph, GraphPermissions.Subscriptions.Endpoint, "id", Map, cancellationToken);

    private static SubscriptionFacts Map(JsonElement item) => new(
        item.OptionalText("skuPartNumber") ?? "",
        item.OptionalText("status"),
        item.OptionalFlag("isTrial") is true,
        item.OptionalTime("createdDateTime"),
        item.OptionalTime("nextLifecycleDateTime"),
        [.. item.List("serviceStatus").Select(plan => plan.OptionalText("servicePlanId")).Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id!))]);
}
