namespace MeshReadiness.Graph.Http;

/// <summary>
/// The budgets of the services that are asked, by Graph's published limits for one app in one tenant. A fifth of the
/// identity limit is left to others, because it is shared by all copies of the app.
/// </summary>
internal sealed class Budgets(Pace pace, CostMeter meter)
{
    private const double OurPart = 0.8;
    private const int UnitsSmall = 3500;
    private const int UnitsMedium = 5000;
    private const int UnitsLarge = 8000;

    /// <summary>People, groups, products: paid in resource units. Until the tenant's size is known it is taken for a small one.</summary>
    public Budget Identity { get; } = new(Pace.IdentityWindow, OurPartOf(UnitsSmall), meter, pace.Time);

    /// <summary>Policies and named locations: one request at a time.</summary>
    public Budget ConditionalAccess { get; } = new(pace.ConditionalAccessWindow, 1, meter, pace.Time);

    /// <summary>The tenant has so many people, which decides its limit.</summary>
    public void SizeIs(int people) =>
        Identity.Allow(OurPartOf(people < 50 ? UnitsSmall : people <= 500 ? UnitsMedium : UnitsLarge));

    private static int OurPartOf(int units) => (int)(units * OurPart);
}
