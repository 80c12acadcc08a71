using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The named locations that policies point at.</summary>
internal static class LocationBook
{
    public const string Offices = "Offices";
    public const string Blocked = "Countries we do not work in";

    public static string Id(Tenant tenant, string name) => tenant.Draw.NamedId("location " + name).ToString();

    public static IReadOnlyList<JsonObject> Of(Tenant tenant) => tenant.Scenario.Policies == PolicySet.None
        ? []
        :
        [
            Network(tenant, Offices, true, "203.0.113.0/24", "198.51.100.0/25", "2001:db8:40::/48"),
            Network(tenant, "Event venue Lisbon", false, "192.0.2.64/26"),
            Countries(tenant, "Where we work", "NL", "DE", "PT", "PL", "US", "SG"),
            Countries(tenant, Blocked, "KP", "SY"),
        ];

    private static JsonObject Network(Tenant tenant, string name, bool isTrusted, params string[] ranges) => new()
    {
        ["@odata.type"] = "#microsoft.graph.ipNamedLocation",
        ["id"] = Id(tenant, name),
        ["displayName"] = name,
        ["createdDateTime"] = "2024-06-03T07:45:00Z",
        ["modifiedDateTime"] = "2024-06-03T07:45:00Z",
        ["isTrusted"] = isTrusted,
        ["ipRanges"] = new JsonArray([.. ranges.Select(range => new JsonObject
        {
            ["@odata.type"] = range.Contains(':', StringComparison.Ordinal) ? "#microsoft.graph.iPv6CidrRange" : "#microsoft.graph.iPv4CidrRange",
            ["cidrAddress"] = range,
        })]),
    };

    private static JsonObject Countries(Tenant tenant, string name, params string[] countries) => new()
    {
        ["@odata.type"] = "#microsoft.graph.countryNamedLocation",
        ["id"] = Id(tenant, name),
        ["displayName"] = name,
        ["createdDateTime"] = "2024-06-03T07:50:00Z",
        ["modifiedDateTime"] = "2024-06-03T07:50:00Z",
        ["countriesAndRegions"] = Policy.List(countries),
        ["countryLookupMethod"] = "clientIpAddress",
        ["includeUnknownCountriesAndRegions"] = false,
    };
}
