using MeshReadiness.SampleTenant.Protocol;
using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The whole tenant: the generated company with the changes made to it since the start.</summary>
internal sealed class Tenant
{
    public Tenant(TenantOptions options, TimeProvider clock)
    {
        Options = options;
        Scenario = AllScenarios.Get(options.Scenario);
        Draw = Draw.For(options.Seed, options.Scenario);
        Today = options.Today ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Changes = new();
        People = new(new PeopleGenerator(Draw, Scenario), Scenario.HasPeople ? options.People : 0, Changes);
        Groups = new(this);
        Policies = new(this);
        Roles = new(this);
        Devices = new(this);
        Throttle = new(People.BaseCount, clock);
        Faults = new(options.Faults, Draw);
        PageLinks = new(Draw, options.LinkLifetime, clock);
        DeltaLinks = new(Draw, options.DeltaLifetime, clock);
    }

    public TenantOptions Options { get; }

    public Scenario Scenario { get; }

    public Draw Draw { get; }

    public DateOnly Today { get; }

    public Guid Id => Draw.NamedId("organization");

    public ChangeLog Changes { get; }

    public PeopleDirectory People { get; }

    public GroupBook Groups { get; }

    public PolicyBook Policies { get; }

    public RoleBook Roles { get; }

    public DeviceBook Devices { get; }

    public Throttle Throttle { get; }

    public Faults Faults { get; }

    public LinkTokens PageLinks { get; }

    public LinkTokens DeltaLinks { get; }

    /// <summary>The start of a day, so that nothing is dated later than the clock of whoever reads it.</summary>
    public DateTimeOffset DaysAgo(int days) => new(Today.AddDays(-days), TimeOnly.MinValue, TimeSpan.Zero);

    public void DemandConsent(string[] path)
    {
        if (Scenario.Denied.Any(denied => path[0].Equals(denied, StringComparison.OrdinalIgnoreCase)
            || (path.Length > 1 && $"{path[0]}/{path[1]}".Equals(denied, StringComparison.OrdinalIgnoreCase))))
        {
            throw new GraphException(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
        }
    }
}
