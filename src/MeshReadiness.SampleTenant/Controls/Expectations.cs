using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>The tenant's own arithmetic: one pass over its people, counting, for tests to compare a reader's figures with.</summary>
internal static class Expectations
{
    private static readonly string[] StatusOrder = ["Enabled", "Warning", "Suspended", "LockedOut", "Deleted"];

    public static object Of(Tenant tenant)
    {
        var count = new HeadCount(new(tenant));

        foreach (var (_, person) in tenant.People.From(0))
        {
            count.Add(person);
        }

        count.Sum();

        return new
        {
            Organization = new { tenant.Id, DisplayName = tenant.Scenario.OrganizationName },
            People = new { count.Total, count.Members, count.Guests, count.OtherType, count.Enabled, count.Disabled, count.UnknownState },
            Products = tenant.Scenario.Subscriptions.Select(one => Product(tenant, one, count)),
            Plans = count.Plans.OrderBy(entry => entry.Key).Select(entry => entry.Value.Shown(entry.Key)),
            Departments = Named(count.Departments).Select(one => new { Department = one.Name, one.People }),
            Countries = Named(count.Countries).Select(one => new { Country = one.Name, one.People }),
            Offices = Named(count.Offices).Select(one => new { Office = one.Name, one.People }),
            count.LicenceErrors,
            count.LicensedWithoutUsageLocation,
            count.GuestsPending,
            Facts = count.Facts(),
        };
    }

    /// <summary>The best state a plan is in, of all rows a person has of it.</summary>
    public static SortedDictionary<string, string> BestStatuses(LicenceSet licences)
    {
        var best = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var plan in KnownPlans.OfInterest)
        {
            var statuses = licences.Plans.Where(row => row.PlanId == plan).Select(row => row.Status).ToList();

            if (statuses.Count > 0)
            {
                best[plan.ToString()] = StatusOrder.FirstOrDefault(known => statuses.Contains(known, StringComparer.OrdinalIgnoreCase)) ?? statuses[0];
            }
        }

        return best;
    }

    private static IEnumerable<(string? Name, int People)> Named(Dictionary<string, int> groups) => groups
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => (entry.Key.Length == 0 ? null : entry.Key[1..], entry.Value));

    private static object Product(Tenant tenant, Subscription one, HeadCount count)
    {
        var seats = Seats.Of(tenant, one);

        return new
        {
            one.Product.SkuId,
            SkuPartNumber = one.Product.StringId,
            seats.Enabled,
            seats.Suspended,
            seats.Warning,
            seats.LockedOut,
            Consumed = count.Products.GetValueOrDefault(one.Product.SkuId),
        };
    }
}
