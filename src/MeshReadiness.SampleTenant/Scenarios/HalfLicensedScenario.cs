using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Half of the staff holds everything; the other half holds the suite without Teams Premium, or nothing.</summary>
internal static class HalfLicensedScenario
{
    public static Scenario Create()
    {
        var e3 = new Subscription(Catalogue.Get("SPE_E3"));
        var premium = new Subscription(Catalogue.Get("Teams_Premium_(for_Departments)"));

        return new("half-licensed")
        {
            Subscriptions = [e3, premium],
            Kinds = Staffing.Tidy,
            Licences = new Dictionary<PersonKind, Weighted<Recipe>>
            {
                [PersonKind.Member] = new(
                    (500, Recipe.Of(e3.By("LIC M365 E3"), premium.By("LIC Teams Premium"))),
                    (300, Recipe.Of(e3.By("LIC M365 E3"))),
                    (200, Recipe.Of())),
            },
            Policies = PolicySet.Calm,
            Grant = premium,
        };
    }
}
