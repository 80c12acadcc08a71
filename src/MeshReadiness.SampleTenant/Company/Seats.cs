namespace MeshReadiness.SampleTenant.Company;

/// <summary>The seats of a subscription, in the state the subscription is in.</summary>
internal sealed record Seats(int Enabled, int Suspended, int Warning, int LockedOut)
{
    public int Total => Enabled + Suspended + Warning + LockedOut;

    public static Seats Of(Tenant tenant, Subscription one)
    {
        var used = tenant.People.ConsumedAtStart(one);
        var bought = one.FixedSeats ?? (int)Math.Ceiling(used * (100 + one.SparePercent) / 100.0);

        return one.Status.ToUpperInvariant() switch
        {
            "SUSPENDED" => new(0, bought, 0, 0),
            "WARNING" => new(0, 0, bought, 0),
            "LOCKEDOUT" => new(0, 0, 0, bought),
            "DELETED" => new(0, 0, 0, 0),
            _ => new(bought, 0, 0, 0),
        };
    }
}
