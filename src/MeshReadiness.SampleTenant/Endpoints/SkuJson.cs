using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>What was bought, as subscribedSkus and directory/subscriptions tell it.</summary>
internal static class SkuJson
{
    public static JsonObject SubscribedSku(Tenant tenant, Subscription one)
    {
        var seats = Seats.Of(tenant, one);

        return new()
        {
            ["accountName"] = "contoso",
            ["accountId"] = tenant.Draw.NamedId("account"),
            ["appliesTo"] = "User",
            ["capabilityStatus"] = one.Status,
            ["consumedUnits"] = tenant.People.Consumed(one),
            ["id"] = $"{tenant.Id}_{one.Product.SkuId}",
            ["skuId"] = one.Product.SkuId,
            ["skuPartNumber"] = one.Product.StringId,
            ["subscriptionIds"] = new JsonArray(SubscriptionId(tenant, one)),
            ["prepaidUnits"] = new JsonObject
            {
                ["enabled"] = seats.Enabled,
                ["suspended"] = seats.Suspended,
                ["warning"] = seats.Warning,
                ["lockedOut"] = seats.LockedOut,
            },
            ["servicePlans"] = Plans(one),
        };
    }

    public static JsonObject CompanySubscription(Tenant tenant, Subscription one) => new()
    {
        ["id"] = SubscriptionId(tenant, one),
        ["commerceSubscriptionId"] = SubscriptionId(tenant, one),
        ["createdDateTime"] = Instants.Text(one.TrialDays is null ? one.Bought : tenant.DaysAgo(120)),
        ["isTrial"] = one.TrialDays is not null,
        ["nextLifecycleDateTime"] = Instants.Text(tenant.DaysAgo(one.TrialDays is { } days ? 120 - days : one.Status == "Enabled" ? -210 : -12)),
        ["ownerId"] = null,
        ["ownerTenantId"] = null,
        ["ownerType"] = "User",
        ["serviceStatus"] = Plans(one),
        ["skuId"] = one.Product.SkuId.ToString(),
        ["skuPartNumber"] = one.Product.StringId,
        ["status"] = one.Status,
        ["totalLicenses"] = Seats.Of(tenant, one).Total,
    };

    private static JsonArray Plans(Subscription one) => [.. one.Product.Plans.Select(plan => new JsonObject
    {
        ["servicePlanId"] = plan.Id,
        ["servicePlanName"] = plan.Name,
        ["provisioningStatus"] = one.ProvisioningOf(plan),
        ["appliesTo"] = plan.AppliesToUser ? "User" : "Company",
    })];

    private static string SubscriptionId(Tenant tenant, Subscription one) => tenant.Draw.NamedId($"subscription {one.Product.SkuId}").ToString();
}
