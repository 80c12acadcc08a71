using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>What a filter sees inside a person's licence collections.</summary>
internal static class LicenceFields
{
    public static Func<string, object?> Of(HeldProduct held) => name => name.ToLowerInvariant() switch
    {
        "skuid" => held.Subscription.Product.SkuId.ToString(),
        "disabledplans" => held.Disabled.Select(plan => plan.Id.ToString()).ToList(),
        _ => null,
    };

    public static Func<string, object?> Of(PlanRow row) => name => name.ToLowerInvariant() switch
    {
        "serviceplanid" => row.PlanId.ToString(),
        "capabilitystatus" => row.Status,
        "service" => row.Service,
        "assigneddatetime" => Instants.Text(row.At),
        _ => null,
    };

    public static Func<string, object?> Of(LicenceSet set, Assignment one) => name => name.ToLowerInvariant() switch
    {
        "skuid" => one.Subscription.Product.SkuId.ToString(),
        "assignedbygroup" => set.GroupId(one)?.ToString(),
        "state" => one.State,
        "error" => one.Error,
        _ => null,
    };
}
