using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Everyone who should have everything has it, and nothing stands in the way.</summary>
internal static class HealthyScenario
{
    public static Scenario Create() => Create("healthy", PolicySet.Calm);

    public static Scenario QuestBlocked() => Create("quest-blocked", PolicySet.QuestBlocked);

    private static Scenario Create(string name, PolicySet policies)
    {
        var e5 = new Subscription(Catalogue.Get("SPE_E5"));
        var e3 = new Subscription(Catalogue.Get("SPE_E3"));
        var premium = new Subscription(Catalogue.Get("Teams_Premium_(for_Departments)"));

        return new(name)
        {
            Subscriptions = [e5, e3, premium],
            Kinds = Staffing.Tidy,
            Licences = new Dictionary<PersonKind, Weighted<Recipe>>
            {
                [PersonKind.Member] = new(
                    (600, Recipe.Of(e5.By("LIC M365 E5"), premium.By("LIC Teams Premium"))),
                    (400, Recipe.Of(e3.By("LIC M365 E3"), premium.By("LIC Teams Premium")))),
            },
            Policies = policies,
            IsTidy = policies is PolicySet.Calm,
            Grant = premium,
        };
    }
}
