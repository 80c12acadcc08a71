using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>The running totals of one pass over the people.</summary>
internal sealed class HeadCount(PolicyPlaces places)
{
    private readonly Dictionary<(bool? AccountEnabled, string? UserType, string? ExternalUserState, LicenceSet Licences, string Place), int> _facts = [];

    private readonly Dictionary<string, PolicyPlace> _places = [];

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

    public Dictionary<string, int> Countries { get; } = [];

    public Dictionary<string, int> Offices { get; } = [];

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
        LicensedWithoutUsageLocation += person.UsageLocation is null && person.Licences.Held.Count > 0 ? 1 : 0;
        GuestsPending += person.InvitationState == "PendingAcceptance" ? 1 : 0;

        Count(Departments, person.Department?.Name);
        Count(Countries, person.IsGuest ? null : person.Office.Country);
        Count(Offices, person.IsGuest ? null : person.Office.Name);

        var place = places.Of(person);
        _places[place.Signature] = place;
        var fact = (person.AccountEnabled, userType, person.InvitationState, person.Licences, place.Signature);
        _facts[fact] = _facts.GetValueOrDefault(fact) + 1;
    }

    /// <summary>People with the same licences are counted together, so that a million of them take a second.</summary>
    public void Sum()
    {
        foreach (var ((_, _, _, licences, _), people) in _facts)
        {
            LicenceErrors += licences.HasError ? people : 0;

            foreach (var held in licences.Held)
            {
                var sku = held.Subscription.Product.SkuId;
                Products[sku] = Products.GetValueOrDefault(sku) + people;
            }

            foreach (var plan in licences.Plans.GroupBy(row => row.PlanId))
            {
                if (!Plans.TryGetValue(plan.Key, out var count))
                {
                    Plans[plan.Key] = count = new();
                }

                count.Add(plan.Select(row => row.Status), people);
            }
        }
    }

    public IEnumerable<object> Facts() => _facts
        .Select(entry => (entry.Key.AccountEnabled, entry.Key.UserType, entry.Key.ExternalUserState, entry.Key.Place, Plans: Expectations.BestStatuses(entry.Key.Licences), People: entry.Value))
        .GroupBy(one => (one.AccountEnabled, one.UserType, one.ExternalUserState, one.Place, Signature: string.Join(';', one.Plans)))
        .Select(same => new
        {
            same.Key.AccountEnabled,
            same.Key.UserType,
            same.Key.ExternalUserState,
            same.First().Plans,
            Policies = _places[same.Key.Place],
            People = same.Sum(one => one.People),
        });

    // People without one are counted under "", which no name is.
    private static void Count(Dictionary<string, int> groups, string? name)
    {
        var key = name is null ? "" : "=" + name;
        groups[key] = groups.GetValueOrDefault(key) + 1;
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

    public void Add(IEnumerable<string> statuses, int people)
    {
        foreach (var status in statuses.Select(Known).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            _people[status] = _people.GetValueOrDefault(status) + people;
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
