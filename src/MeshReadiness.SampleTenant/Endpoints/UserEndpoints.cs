using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class UserEndpoints
{
    public static void Map(Router router)
    {
        router.Get("users", AllAsync);
        router.Get("users/$count", call => Collections.WriteCountAsync(
            call, PersonShape.Instance, call.Tenant.People.From, () => call.Tenant.People.Count));
        router.Get("users/{id}", call => Collections.WriteOneAsync(call, PersonShape.Instance, Person(call)));
        router.Get("users/{id}/licenseDetails", LicenceDetailsAsync);
        router.Get("users/{id}/manager", ManagerAsync);
    }

    public static Person Person(GraphCall call) => call.Tenant.People.Find(call["id"]) ?? throw GraphException.NotFound(call["id"]);

    // When somebody last signed in belongs to the log, wherever it is asked for.
    private static Task AllAsync(GraphCall call)
    {
        if (call.Query.SelectedNames?.Contains("signInActivity", StringComparer.OrdinalIgnoreCase) is true)
        {
            call.Tenant.DemandConsent(["auditLogs"]);
        }

        return Collections.WriteAsync(
            call, PersonShape.Instance, call.Tenant.People.From, CollectionRules.Directory, () => call.Tenant.People.Count);
    }

    private static Task ManagerAsync(GraphCall call)
    {
        var person = Person(call);

        for (var index = person.Index / 9; index >= 0 && person.Index > 0; index--)
        {
            if (call.Tenant.People.At(index) is { Kind: PersonKind.Member } manager)
            {
                return Collections.WriteOneAsync<object>(call, MixedShape.Instance, manager);
            }
        }

        throw GraphException.NotFound("manager");
    }

    private static Task LicenceDetailsAsync(GraphCall call)
    {
        var details = Person(call).Licences.Held.Select(held => new JsonObject
        {
            ["id"] = held.Subscription.Product.SkuId,
            ["skuId"] = held.Subscription.Product.SkuId,
            ["skuPartNumber"] = held.Subscription.Product.StringId,
            ["servicePlans"] = new JsonArray([.. held.Subscription.Product.Plans.Select(plan => new JsonObject
            {
                ["servicePlanId"] = plan.Id,
                ["servicePlanName"] = plan.Name,
                ["provisioningStatus"] = held.Disabled.Contains(plan) ? "Disabled" : "Success",
                ["appliesTo"] = plan.AppliesToUser ? "User" : "Company",
            })]),
        }).ToList();

        return Collections.WriteAsync(call, Details, Collections.Of(details), CollectionRules.Plain);
    }

    private static readonly JsonShape Details = new("licenseDetails", "licenseDetails", "skuId skuPartNumber servicePlans");
}
