using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>Tenants of a kind that Mesh is not offered to.</summary>
internal static class PublicSectorScenarios
{
    public static Scenario Government()
    {
        var g5 = new Subscription(Catalogue.Get("M365_G5_GCC"));
        var g3 = new Subscription(Catalogue.Get("M365_G3_GOV"));
        var o365 = new Subscription(Catalogue.Get("ENTERPRISEPACK_GOV"));

        return Create("government", "Contoso County", g3, [g5, g3, o365], new(
            (300, Recipe.Of(g5.By("LIC M365 G5"))), (500, Recipe.Of(g3.By("LIC M365 G3"))), (150, Recipe.Of(o365.Direct())), (50, Recipe.Of())));
    }

    public static Scenario Education()
    {
        var faculty = new Subscription(Catalogue.Get("M365EDU_A3_FACULTY"));
        var student = new Subscription(Catalogue.Get("M365EDU_A3_STUDENT"));
        var premium = new Subscription(Catalogue.Get("Teams_Premium_for_Faculty"));

        return Create("education", "Contoso University", premium, [faculty, student, premium], new(
            (700, Recipe.Of(student.By("LIC Students"))), (200, Recipe.Of(faculty.By("LIC Faculty"))),
            (60, Recipe.Of(faculty.By("LIC Faculty"), premium.Direct())), (40, Recipe.Of())));
    }

    private static Scenario Create(
        string name, string organization, Subscription grant, IReadOnlyList<Subscription> subscriptions, Weighted<Recipe> staff) => new(name)
        {
            OrganizationName = organization,
            Subscriptions = subscriptions,
            Kinds = Staffing.Tidy,
            Licences = new Dictionary<PersonKind, Weighted<Recipe>> { [PersonKind.Member] = staff },
            Policies = PolicySet.Calm,
            Grant = grant,
        };
}
