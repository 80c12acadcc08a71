using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class ConditionalAccessEndpoints
{
    private static readonly JsonShape Policies = new(
        "identity/conditionalAccess/policies", "conditionalAccessPolicy",
        "templateId displayName createdDateTime modifiedDateTime deletedDateTime state conditions grantControls sessionControls");

    private static readonly JsonShape Locations = new(
        "identity/conditionalAccess/namedLocations", "namedLocation",
        "displayName createdDateTime modifiedDateTime deletedDateTime isTrusted ipRanges countriesAndRegions countryLookupMethod " +
        "includeUnknownCountriesAndRegions");

    public static void Map(Router router)
    {
        router.Get("identity/conditionalAccess/policies", call =>
            Collections.WriteAsync(call, Policies, Collections.Of(call.Tenant.Policies.All()), CollectionRules.Plain));
        router.Get("identity/conditionalAccess/policies/{id}", call => One(call, Policies, call.Tenant.Policies.All()));
        router.Get("identity/conditionalAccess/namedLocations", call =>
            Collections.WriteAsync(call, Locations, Collections.Of(LocationBook.Of(call.Tenant)), CollectionRules.Plain));
        router.Get("identity/conditionalAccess/namedLocations/{id}", call => One(call, Locations, LocationBook.Of(call.Tenant)));
        router.Post("identity/conditionalAccess/evaluate", _ => throw new GraphException(
            501, "notImplemented", "The sample tenant does not evaluate Conditional Access."));
    }

    private static Task One(GraphCall call, JsonShape shape, IReadOnlyList<JsonObject> all) => Collections.WriteOneAsync(
        call, shape, all.FirstOrDefault(one => JsonFields.Text(one["id"]!).Equals(call["id"], StringComparison.OrdinalIgnoreCase))
            ?? throw GraphException.NotFound(call["id"]));
}
