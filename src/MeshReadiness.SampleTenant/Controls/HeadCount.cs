using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>The running totals of one pass over the people.</summary>
internal sealed class HeadCount
{
    private readonly Dictionary<LicenceSet, string> _signatures = [];

    public int Total { get; private set; }

    public int Members { get; private set; }

    public int Guests { get; private set; }

    public int OtherType { get; private set; }

    public int Enabled { get; private set; }

    public int Disabled { get; private set; }

    public int UnknownState { get; private set; }

    public int LicenceErrors { get; private set; }

    public int LicensedWithoutUsageLocation { get; private set; }

    public int GuestsPending { get; private set; }

    public Dictionary<Guid, int> Products { get; } = [];

    public Dictionary<Guid, PlanCount> Plans { get; } = [];

    public Dictionary<string, int> Departments { get; } = [];

    public Dictionary<string, SortedDictionary<string, string>> BestPlans { get; } = [];

    public Dictionary<(bool? AccountEnabled, string? UserType, string Plans), int> Facts { get; } = [];

    public void Add(Person person)
    {
        var userType = Normal(person.UserType);
        Total++;
        Members += userType == "Member" ? 1 : 0;
        Guests += userType == "Guest" ? 1 : 0;
        OtherType += userType is null ? 1 : 0;
        Enabled += person.AccountEnabled == true ? 1 : 0;
        Disabled += person.AccountEnabled == false ? 1 : 0;
        UnknownState += person.AccountEnabled is null ? 1 : 0;
        LicenceErrors += person.Licences.HasError ? 1 : 0;
        LicensedWithoutUsageLocation += person.UsageLocation is null && person.Licences.Held.Count > 0 ? 1 : 0;
        GuestsPending += person.InvitationState == "PendingAcceptance" ? 1 : 0;

        var department = person.Department is null ? "" : "=" + person.Department.Name;
        Departments[department] = Departments.GetValueOrDefault(department) + 1;

        foreach (var sku in person.Licences.Held.Select(held => held.Subscription.Product.SkuId))
        {
            Products[sku] = Products.GetValueOrDefault(sku) + 1;
        }

        foreach (var plan in person.Licences.Plans.GroupBy(row => row.PlanId))
        {
            if (!Plans.TryGetValue(plan.Key, out var count))
            {
                Plans[plan.Key] = count = new();
            }

            count.Add(plan.Select(row => row.Status));
        }

        var fact = (person.AccountEnabled, userType, SignatureOf(person.Licences));
        Facts[fact] = Facts.GetValueOrDefault(fact) + 1;
    }

    private string SignatureOf(LicenceSet licences)
    {
        if (!_signatures.TryGetValue(licences, out var signature))
        {
            var best = Expectations.BestStatuses(licences);
            signature = string.Join(';', best.Select(entry => $"{entry.Key}={entry.Value}"));
            BestPlans[signature] = best;
            _signatures[licences] = signature;
        }

        return signature;
    }

    private static string? Normal(string? userType) => userType?.ToUpperInvariant() switch
    {
        "MEMBER" => "Member",
        "GUEST" => "Guest",
        _ => null,
    };
}

/// <summary>People by the states in which they have a plan.</summary>
internal sealed class PlanCount
{
    private readonly Dictionary<string, int> _people = new(StringComparer.OrdinalIgnoreCase);

    public void Add(IEnumerable<string> statuses)
    {
        foreach (var status in statuses.Select(Known).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _people[status] = _people.GetValueOrDefault(status) + 1;
        }
    }

    public object Shown(Guid planId) => new
    {
        PlanId = planId,
        Enabled = _people.GetValueOrDefault("Enabled"),
        Warning = _people.GetValueOrDefault("Warning"),
        Suspended = _people.GetValueOrDefault("Suspended"),
        LockedOut = _people.GetValueOrDefault("LockedOut"),
        Deleted = _people.GetValueOrDefault("Deleted"),
        Other = _people.GetValueOrDefault("Other"),
    };

    private static string Known(string status) =>
        status.ToUpperInvariant() is "ENABLED" or "WARNING" or "SUSPENDED" or "LOCKEDOUT" or "DELETED" ? status : "Other";
}
