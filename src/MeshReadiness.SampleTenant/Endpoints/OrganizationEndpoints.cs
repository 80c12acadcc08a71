using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class OrganizationEndpoints
{
    private static readonly JsonShape Organization = new(
        "organization", "organization",
        "deletedDateTime displayName tenantType countryLetterCode country city state street postalCode defaultUsageLocation verifiedDomains " +
        "assignedPlans provisionedPlans createdDateTime onPremisesSyncEnabled onPremisesLastSyncDateTime preferredLanguage businessPhones " +
        "marketingNotificationEmails technicalNotificationMails securityComplianceNotificationMails securityComplianceNotificationPhones " +
        "privacyProfile partnerTenantType mobileDeviceManagementAuthority isMultipleDataLocationsForServicesEnabled directorySizeQuota");

    private static readonly JsonShape Skus = new(
        "subscribedSkus", "subscribedSku",
        "accountId accountName appliesTo capabilityStatus consumedUnits prepaidUnits servicePlans skuId skuPartNumber subscriptionIds");

    private static readonly JsonShape Subscriptions = new(
        "directory/subscriptions", "companySubscription",
        "commerceSubscriptionId createdDateTime isTrial nextLifecycleDateTime ownerId ownerTenantId ownerType serviceStatus skuId " +
        "skuPartNumber status totalLicenses");

    private static readonly JsonShape Domains = new(
        "domains", "domain",
        "authenticationType availabilityStatus isAdminManaged isDefault isInitial isRoot isVerified manufacturer model " +
        "passwordNotificationWindowInDays passwordValidityPeriodInDays state supportedServices");

    public static void Map(Router router)
    {
        router.Get("organization", call => Collections.WriteAsync(
            call, Organization, Collections.Of([OrganizationOf(call.Tenant)]), CollectionRules.Plain));
        router.Get("organization/{id}", call => Collections.WriteOneAsync(call, Organization, OrganizationOf(call.Tenant)));
        router.Get("subscribedSkus", call => Collections.WriteAsync(
            call, Skus, Bought(call.Tenant, SkuJson.SubscribedSku), CollectionRules.OnePage));
        router.Get("directory/subscriptions", call => Collections.WriteAsync(
            call, Subscriptions, Bought(call.Tenant, SkuJson.CompanySubscription), CollectionRules.Plain));
        router.Get("domains", call => Collections.WriteAsync(
            call, Domains, Collections.Of([Domain("contoso.example", true), Domain("contoso.onmicrosoft.example", false)]), CollectionRules.Plain));
    }

    private static Source<JsonObject> Bought(Tenant tenant, Func<Tenant, Subscription, JsonObject> show) =>
        Collections.Of([.. tenant.Scenario.Subscriptions.Select(one => show(tenant, one))]);

    private static JsonObject OrganizationOf(Tenant tenant) => new()
    {
        ["id"] = tenant.Id,
        ["deletedDateTime"] = null,
        ["businessPhones"] = new JsonArray("+31 20 555 0100"),
        ["city"] = "Amsterdam",
        ["country"] = null,
        ["countryLetterCode"] = "NL",
        ["createdDateTime"] = "2018-11-05T10:21:00Z",
        ["defaultUsageLocation"] = "NL",
        ["displayName"] = tenant.Scenario.OrganizationName,
        ["onPremisesSyncEnabled"] = true,
        ["preferredLanguage"] = "en",
        ["technicalNotificationMails"] = new JsonArray("it@contoso.example"),
        ["tenantType"] = "AAD",
        ["assignedPlans"] = new JsonArray([.. tenant.Scenario.Subscriptions
            .SelectMany(one => one.Product.Plans.Select(plan => (Plan: plan, Status: one.StatusOf(plan), one.Bought)))
            .DistinctBy(entry => (entry.Plan.Id, entry.Status))
            .Select(entry => new JsonObject
            {
                ["assignedDateTime"] = Instants.Text(entry.Bought),
                ["capabilityStatus"] = entry.Status,
                ["service"] = entry.Plan.Service,
                ["servicePlanId"] = entry.Plan.Id,
            })]),
        ["verifiedDomains"] = new JsonArray(
            new JsonObject
            {
                ["capabilities"] = "Email, OfficeCommunicationsOnline",
                ["isDefault"] = true,
                ["isInitial"] = false,
                ["name"] = "contoso.example",
                ["type"] = "Managed",
            },
            new JsonObject
            {
                ["capabilities"] = "Email, OfficeCommunicationsOnline",
                ["isDefault"] = false,
                ["isInitial"] = true,
                ["name"] = "contoso.onmicrosoft.example",
                ["type"] = "Managed",
            }),
    };

    private static JsonObject Domain(string name, bool isDefault) => new()
    {
        ["id"] = name,
        ["authenticationType"] = "Managed",
        ["availabilityStatus"] = null,
        ["isAdminManaged"] = true,
        ["isDefault"] = isDefault,
        ["isInitial"] = !isDefault,
        ["isRoot"] = true,
        ["isVerified"] = true,
        ["supportedServices"] = new JsonArray("Email", "OfficeCommunicationsOnline"),
    };
}
