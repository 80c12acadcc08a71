using System.Text.Json;

namespace MeshReadiness.Integration.Tests.SampleTenant;

/// <summary>Counts a tenant anew from what /users says, knowing nothing of how the tenant counts itself.</summary>
internal sealed class Recount(IReadOnlyList<JsonElement> people)
{
    private static readonly string[] Order = ["enabled", "warning", "suspended", "lockedout", "deleted"];

    public object Heads => new
    {
        total = people.Count,
        members = people.Count(person => TypeOf(person) == "member"),
        guests = people.Count(person => TypeOf(person) == "guest"),
        otherType = people.Count(person => TypeOf(person) is not ("member" or "guest")),
        enabled = people.Count(person => person.GetProperty("accountEnabled").ValueKind == JsonValueKind.True),
        disabled = people.Count(person => person.GetProperty("accountEnabled").ValueKind == JsonValueKind.False),
        unknownState = people.Count(person => person.GetProperty("accountEnabled").ValueKind == JsonValueKind.Null),
    };

    public int LicenceErrors => people.Count(person =>
        person.GetProperty("licenseAssignmentStates").EnumerateArray().Any(state => state.Text("state") is "Error" or "ActiveWithError"));

    public int LicensedWithoutUsageLocation => people.Count(person =>
        person.Text("usageLocation") is null && person.GetProperty("assignedLicenses").GetArrayLength() > 0);

    public int GuestsPending => people.Count(person => person.Text("externalUserState") == "PendingAcceptance");

    public Dictionary<string, int> Departments => people.CountBy(person => person.Text("department") ?? "(none)").ToDictionary();

    public Dictionary<string, int> Countries => people.CountBy(person => person.Text("country") ?? "(none)").ToDictionary();

    public Dictionary<string, int> Offices => people.CountBy(person => person.Text("officeLocation") ?? "(none)").ToDictionary();

    public Dictionary<string, int> Consumed => people
        .SelectMany(person => person.GetProperty("assignedLicenses").EnumerateArray().Select(licence => licence.Text("skuId")!).Distinct())
        .CountBy(sku => sku)
        .ToDictionary();

    public Dictionary<string, int> PlanStates => people
        .SelectMany(person => Rows(person).Select(row => $"{row.Plan} {(Order.Contains(row.Status) ? row.Status : "other")}").Distinct())
        .CountBy(state => state)
        .ToDictionary();

    public Dictionary<string, int> Facts(IReadOnlySet<string> plansOfInterest) => people
        .CountBy(person => Fact(
            person.GetProperty("accountEnabled").ToString(),
            TypeOf(person) is "member" or "guest" ? TypeOf(person)! : "",
            Rows(person)
                .Where(row => plansOfInterest.Contains(row.Plan))
                .GroupBy(row => row.Plan)
                .Select(plan => (plan.Key, plan.Select(row => row.Status).MinBy(status => Order.Contains(status) ? Order.IndexOf(status) : Order.Length)!))))
        .ToDictionary();

    public static string Fact(string accountEnabled, string userType, IEnumerable<(string Plan, string Status)> plans) =>
        $"{accountEnabled}|{userType}|{string.Join(',', plans.OrderBy(plan => plan.Plan, StringComparer.Ordinal).Select(plan => $"{plan.Plan}={plan.Status}"))}"
            .ToUpperInvariant();

    private static string? TypeOf(JsonElement person) => person.Text("userType")?.ToLowerInvariant();

    private static IEnumerable<(string Plan, string Status)> Rows(JsonElement person) => person.GetProperty("assignedPlans")
        .EnumerateArray()
        .Select(row => (row.Text("servicePlanId")!, row.Text("capabilityStatus")!.ToLowerInvariant()));
}
