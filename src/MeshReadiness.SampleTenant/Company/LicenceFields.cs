namespace MeshReadiness.SampleTenant.Company;

/// <summary>What a filter sees of a person's licences.</summary>
internal sealed class LicenceFields(LicenceSet set)
{
    private readonly Lazy<SharedItems> _licenses = new(() => new(set.Held.Select(Of)));
    private readonly Lazy<SharedItems> _plans = new(() => new(set.Plans.Select(Of)));
    private readonly Lazy<SharedItems> _states = new(() => new(set.Assignments.Select(one => Of(set, one))));

    public SharedItems AssignedLicenses => _licenses.Value;

    public SharedItems AssignedPlans => _plans.Value;

    public SharedItems LicenseAssignmentStates => _states.Value;

    private static Func<string, object?> Of(HeldProduct held) => name => name.ToLowerInvariant() switch
    {
        "skuid" => held.Subscription.Product.SkuId.ToString(),
        "disabledplans" => held.Disabled.Select(plan => plan.Id.ToString()).ToList(),
        _ => null,
    };

    private static Func<string, object?> Of(PlanRow row) => name => name.ToLowerInvariant() switch
    {
        "serviceplanid" => row.PlanId.ToString(),
        "capabilitystatus" => row.Status,
        "service" => row.Service,
        "assigneddatetime" => Instants.Text(row.At),
        _ => null,
    };

    private static Func<string, object?> Of(LicenceSet set, Assignment one) => name => name.ToLowerInvariant() switch
    {
        "skuid" => one.Subscription.Product.SkuId.ToString(),
        "assignedbygroup" => set.GroupId(one)?.ToString(),
        "state" => one.State,
        "error" => one.Error,
        _ => null,
    };
}

/// <summary>A list that many people share: what a filter found out about it holds for all of them.</summary>
internal sealed class SharedItems(IEnumerable<object?> items) : List<object?>(items);
