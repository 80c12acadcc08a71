using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>The demo: a company that grew, with most of what goes right and wrong on the way to Mesh.</summary>
internal static class ContosoScenario
{
    private const string Immersive = "MESH_IMMERSIVE_FOR_TEAMS";
    private const string Mesh = "MESH_IMMERSIVE";
    private const string Avatars = "MESH_AVATARS_FOR_TEAMS";
    private const string MoreAvatars = "MESH_AVATARS_ADDITIONAL_FOR_TEAMS";

    public static Scenario Create() => Create("contoso");

    public static Scenario ConsentMissing() => Create("consent-missing") with
    {
        Denied =
        [
            "identity/conditionalAccess", "policies", "groups", "groupSettings", "devices", "deviceManagement", "auditLogs", "roleManagement",
            "directoryRoles",
        ],
    };

    private static Scenario Create(string name)
    {
        var held = new Contract();

        return new(name)
        {
            OrganizationName = "Contoso",
            Subscriptions = held.All,
            Kinds = Staffing.Usual,
            Licences = new Dictionary<PersonKind, Weighted<Recipe>>
            {
                [PersonKind.Member] = Staff(held),
                [PersonKind.Disabled] = new((520, Recipe.Of(held.E3.By("LIC M365 E3"))), (480, Recipe.Of().Formerly(held.E3.Product))),
                [PersonKind.Guest] = new((880, Recipe.Of()), (120, Recipe.Of(held.Departments.Direct()))),
                [PersonKind.ExternalMember] = new((500, Recipe.Of()), (500, Recipe.Of(held.E3.Direct()))),
                [PersonKind.MeetingRoom] = Weighted<Recipe>.Always(Recipe.Of(held.Rooms.Direct())),
            },
            Extras = new((640, Recipe.Of()), (240, Recipe.Of(held.Flow.Direct())), (120, Recipe.Of(held.Flow.Direct(), held.PowerBi.Direct()))),
            MissingUsageLocationPerMille = 14,
            Grant = held.Departments,
        };
    }

    private static Weighted<Recipe> Staff(Contract held)
    {
        var e5 = held.E5.By("LIC M365 E5");
        var e3 = held.E3.By("LIC M365 E3");
        var noTeams = held.E3NoTeams.By("LIC M365 E3 no Teams");
        var premium = held.Departments.By("LIC Teams Premium");

        return new(
            (90, Recipe.Of(e5)),
            (140, Recipe.Of(e5, premium)),
            (70, Recipe.Of(e3)),
            (80, Recipe.Of(e3, held.Departments.Direct())),
            (90, Recipe.Of(held.E3.By("LIC M365 E3 without immersive").Without(Immersive))),
            (30, Recipe.Of(e3, held.Departments.By("LIC Teams Premium without Mesh").Without(Mesh))),
            (30, Recipe.Of(e3, held.Introductory.Direct())),
            (90, Recipe.Of(held.BusinessPremium.Direct())),
            (40, Recipe.Of(noTeams)),
            (30, Recipe.Of(noTeams, held.TeamsEea.By("LIC Teams EEA"))),
            (90, Recipe.Of(held.Frontline.By("LIC M365 F1"))),
            (40, Recipe.Of()),
            (15, Recipe.Of(e5.Failing("CountViolation"))),
            (15, Recipe.Of(e3, premium.Failing("DependencyViolation"))),
            (20, Recipe.Of(held.SuspendedE3.Direct())),
            (25, Recipe.Of(held.WarnedE1.Direct())),
            (15, Recipe.Of(e3, held.E3.Direct().Without(Immersive, Avatars, MoreAvatars))),
            (10, Recipe.Of(held.Essentials.Direct())),
            (15, Recipe.Of(held.Frontline.Direct()).Formerly(held.E3.Product)),
            (15, Recipe.Of(e5.Without(Avatars, MoreAvatars), held.E5.Direct().Without(Avatars, MoreAvatars, "SWAY"))),
            (10, Recipe.Of(held.Departments.Direct())),
            (10, Recipe.Of(e5.ActiveDespite("UniquenessViolation"))),
            (30, Recipe.Of(e3, held.MeshTrial.Direct())));
    }
}
