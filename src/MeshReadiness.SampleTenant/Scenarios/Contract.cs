using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Everything that Contoso ever bought.</summary>
internal sealed class Contract
{
    public Subscription E5 { get; } = new(Catalogue.Get("SPE_E5")) { SparePercent = 0 };

    public Subscription E3 { get; } = new(Catalogue.Get("SPE_E3"));

    public Subscription E3NoTeams { get; } = new(Catalogue.Get("Microsoft_365_E3_(no_Teams)"));

    public Subscription TeamsEea { get; } = new(Catalogue.Get("Microsoft_Teams_EEA_New"));

    public Subscription Frontline { get; } = new(Catalogue.Get("SPE_F1")) { SparePercent = 25 };

    public Subscription BusinessPremium { get; } = new(Catalogue.Get("SPB"));

    public Subscription Essentials { get; } = new(Catalogue.Get("TEAMS_ESSENTIALS_AAD"));

    public Subscription SuspendedE3 { get; } = new(Catalogue.Get("ENTERPRISEPACK"), "Suspended");

    public Subscription WarnedE1 { get; } = new(Catalogue.Get("STANDARDPACK"), "Warning");

    public Subscription Departments { get; } = new(Catalogue.Get("Teams_Premium_(for_Departments)")) { SparePercent = 9 };

    public Subscription Introductory { get; } = new(Catalogue.Get("Microsoft_Teams_Premium")) { SparePercent = 60 };

    public Subscription Rooms { get; } = new(Catalogue.Get("Microsoft_Teams_Rooms_Pro"));

    public Subscription Flow { get; } = new(Catalogue.Get("FLOW_FREE")) { FixedSeats = 10_000_000 };

    public Subscription PowerBi { get; } = new(Catalogue.Get("POWER_BI_STANDARD")) { FixedSeats = 10_000_000 };

    public Subscription MeshTrial { get; } = new(Trial()) { FixedSeats = 1_000_000, TrialDays = 180 };

    public IReadOnlyList<Subscription> All =>
    [
        E5, E3, E3NoTeams, TeamsEea, Frontline, BusinessPremium, Essentials, SuspendedE3, WarnedE1, Departments, Introductory, Rooms, Flow,
        PowerBi, MeshTrial,
    ];

    // Microsoft publishes no identifiers for the Mesh trial; these are invented.
    private static Product Trial() => new(
        "Microsoft Mesh Trial", "EXAMPLE_MESH_TRIAL", new("5e4d0c1b-7a60-4f52-9b3e-2c8f1d6a9e07"), [new("MESH_IMMERSIVE", KnownPlans.Mesh)]);
}
