using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Data that no documentation promises: unknown products, unknown states, odd casing, missing and endless names.</summary>
internal static class MessyScenario
{
    public static Scenario Create()
    {
        var e3 = new Subscription(Catalogue.Get("SPE_E3"));
        var shouting = new Subscription(Catalogue.Get("SPE_E5"), "enabled")
        {
            PlanStatus = new Dictionary<string, string> { ["TEAMS1"] = "ENABLED", ["SWAY"] = "PendingActivationXyz", ["MESH_AVATARS_FOR_TEAMS"] = "enabled" },
        };
        var lockedOut = new Subscription(Catalogue.Get("ENTERPRISEPACK"), "LockedOut");
        var pending = new Subscription(Catalogue.Get("Teams_Premium_(for_Departments)"))
        {
            PlanStatus = new Dictionary<string, string> { ["MESH_IMMERSIVE"] = "PendingActivationXyz" },
            TrialDays = 125,
        };
        var deleted = new Subscription(Catalogue.Get("STANDARDPACK"), "Deleted");
        var premium = new Subscription(Catalogue.Get("Microsoft_Teams_Premium"), "WARNING");
        var bundle = new Subscription(UnknownBundle());
        var bare = new Subscription(new("", "", new("0badc0de-1111-4222-8333-444455556666"), []));

        return new("messy")
        {
            Subscriptions = [e3, shouting, lockedOut, pending, deleted, premium, bundle, bare],
            Kinds = Staffing.Usual,
            Licences = new Dictionary<PersonKind, Weighted<Recipe>>
            {
                [PersonKind.Member] = new(
                    (250, Recipe.Of(e3.By("LIC M365 E3"))),
                    (200, Recipe.Of(shouting.Direct())),
                    (100, Recipe.Of(e3.Direct(), pending.Direct())),
                    (80, Recipe.Of(lockedOut.Direct())),
                    (80, Recipe.Of(bundle.Direct())),
                    (60, Recipe.Of(e3.By("LIC M365 E3").Failing("SomethingNewViolation"))),
                    (60, Recipe.Of(deleted.Direct()).Formerly(e3.Product)),
                    (50, Recipe.Of(e3.By("LIC M365 E3"), premium.Direct())),
                    (40, Recipe.Of(bare.Direct())),
                    (30, Recipe.Of(e3.Direct(), e3.By("LIC M365 E3"), shouting.Direct(), bundle.Direct())),
                    (50, Recipe.Of())),
                [PersonKind.Guest] = new((700, Recipe.Of()), (300, Recipe.Of(e3.Direct()))),
            },
            MissingUsageLocationPerMille = 60,
            HasQuirks = true,
            Grant = pending,
        };
    }

    private static Product UnknownBundle() => new(
        "Unlisted bundle", "CONTOSO_UNLISTED_BUNDLE_2031", new("deadbeef-0001-4002-8003-000000000004"),
        [
            new("TEAMS1", KnownPlans.Teams), new("MESH_IMMERSIVE_FOR_TEAMS", KnownPlans.Immersive),
            new("HOLODECK_STANDARD", new("deadbeef-0001-4002-8003-000000000101")),
            new("", new("deadbeef-0001-4002-8003-000000000102")),
        ]);
}
