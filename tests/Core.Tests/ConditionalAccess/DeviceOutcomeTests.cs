using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>A person's own device tried: as the scenarios of such devices, with the real device in the assumed one's place.</summary>
public sealed class DeviceOutcomeTests
{
    private static readonly PersonClass Member = new(PolicyMemberships.None, UserType.Member, null);

    private const string Everybody = """{"includeUsers":["All"]}""";

    [Fact]
    public void A_device_that_is_as_a_scenario_assumes_comes_to_what_the_scenario_comes_to()
    {
        var tenant = Tenant(new APolicy("Compliant devices") { Users = Everybody }, new APolicy("Only Mesh, with a second factor") { Users = Everybody, Apps = APolicy.App(MeshNames.ServicesAppId), Grant = APolicy.Demand("mfa") });
        var rules = new SignInRules(tenant.Policies, tenant.Apps);
        var tried = 0;

        foreach (var scenario in MeshTenant.Playbook.Scenarios.Where(scenario => scenario.IsFor(Member) && scenario.SignIn.Device.IsRegistered is Truth.Yes))
        {
            var outcomes = Try(tenant, Member, DeviceOf(scenario.SignIn));
            var expected = rules.Judge(Member.As(tenant.Here(scenario).SignIn, tenant.Uncertain)).Outcome;

            Assert.Equal(expected, outcomes.Single(outcome => outcome.Target == scenario.SignIn.Target && outcome.InBrowser == scenario.SignIn.ClientAppType.Value is "browser").Outcome);
            tried++;
        }

        Assert.Equal(5, tried);
    }

    [Fact]
    public void A_headset_is_tried_once_and_told_which_policy_is_in_the_way_and_why_its_exemption_does_not_help()
    {
        var tenant = Tenant(new APolicy("Compliant devices") { Users = Everybody, Filter = "device.model -eq \"Quest Pro\"" });

        var outcome = Assert.Single(Try(tenant, Member, new DeviceFacts("d", "Kari's headset") { Manufacturer = "Oculus", Model = "Quest 3", OperatingSystem = "Android", Presented = ADevice.QX }));

        Assert.Equal((MeshNames.ServicesAppId, false, SignInOutcome.Blocked), (outcome.Target?.Value, outcome.InBrowser, outcome.Outcome));
        Assert.Equal(["The policy Compliant devices asks for a compliant device, and the device isn't compliant; the filter meant to exempt headsets doesn't match this one."], outcome.Why);
    }

    [Theory]
    [InlineData("Windows", 3)]
    [InlineData("iOS", 0)]
    [InlineData("Android", 0)]
    [InlineData(null, 0)]
    public void A_device_is_tried_as_those_of_its_platform(string? operatingSystem, int ways) =>
        Assert.Equal(ways, Try(Tenant(), Member, new DeviceFacts("d", "One") { OperatingSystem = operatingSystem }).Length);

    [Fact]
    public void Of_a_device_that_nobody_may_read_the_outcome_is_unknown_where_it_matters()
    {
        var device = new DeviceFacts("d", null) { OperatingSystem = "Windows" };

        Assert.All(Try(Tenant(new APolicy("Compliant devices") { Users = Everybody }), Member, device), outcome => Assert.Equal((SignInOutcome.Unknown, 0), (outcome.Outcome, outcome.Why.Length)));
        Assert.All(Try(Tenant(), Member, device), outcome => Assert.Equal(SignInOutcome.Allowed, outcome.Outcome));
    }

    private static TenantSignIns Tenant(params ReadOnlySpan<APolicy> policies)
    {
        var stored = ImmutableArray.CreateBuilder<ConditionalAccessPolicyFacts>();

        foreach (var policy in policies)
        {
            stored.Add(new(policy.Name, policy.Name, PolicyState.Enabled, [], policy.Read().Source.GetRawText()));
        }

        return TenantSignIns.Of(ATenant.Knowing(TenantInventory.NotRead) with { Policies = stored.ToImmutable() }, ConditionalAccessApps.Shipped).Value;
    }

    private static ImmutableArray<DeviceOutcome> Try(TenantSignIns tenant, PersonClass person, DeviceFacts device) => DeviceOutcome.Try(tenant, MeshTenant.Playbook.Scenarios, person, device, new PolicyNames());

    private static DeviceFacts DeviceOf(SignIn signIn) => new("d", "One")
    {
        Manufacturer = signIn.Device["manufacturer"], Model = signIn.Device["model"], OperatingSystem = signIn.Device["operatingSystem"], Presented = signIn.Device,
    };
}
