using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class AppTests
{
    private const string Services = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";

    [Theory]
    [InlineData(true, false, CheckOutcome.Pass, "Microsoft Mesh Services is in the tenant, enabled, and open without assignment.")]
    [InlineData(true, null, CheckOutcome.Pass, "Microsoft Mesh Services is in the tenant, enabled, and open without assignment.")]
    [InlineData(false, false, CheckOutcome.Fail, "Microsoft Mesh Services is disabled, so nobody can sign in to it.")]
    [InlineData(true, true, CheckOutcome.Fail, "Microsoft Mesh Services lets in only people who are assigned to it.")]
    [InlineData(null, false, CheckOutcome.Unknown, "Graph doesn't say whether Microsoft Mesh Services is enabled.")]
    public void Mesh_services(bool? enabled, bool? assigned, CheckOutcome outcome, string sentence) => Expect(
        outcome, false, sentence, ACheck.OfInventory("mesh-services-present", new() { Applications = ImmutableArray.Create(new ApplicationFacts(Services, "Mesh", enabled, assigned)) }));

    [Fact]
    public void Mesh_services_that_are_not_there() => Expect(
        CheckOutcome.Fail, false, "The tenant has no application Microsoft Mesh Services.",
        ACheck.OfInventory("mesh-services-present", new() { Applications = ImmutableArray<ApplicationFacts>.Empty }));

    [Theory]
    [InlineData("Mesh", CheckOutcome.Pass, "The Teams catalogue has the app Mesh. Whether people may use it stands in the Teams admin center.")]
    [InlineData("Avatars", CheckOutcome.Fail, "The Teams catalogue doesn't have the app Avatars.")]
    [InlineData("Polls", CheckOutcome.Unknown, "This version doesn't look for the app Polls.")]
    public void Apps_in_Teams(string app, CheckOutcome outcome, string sentence) => Expect(
        outcome, true, sentence, ACheck.OfInventory("teams-app-listed", new() { TeamsApps = ImmutableArray.Create(new TeamsAppFacts("1", "mesh", "store")) }, app: app));

    [Fact]
    public void A_policy_of_their_own_for_some() => Expect(
        CheckOutcome.Pass, true, "10 accounts looked at, by their app setup policy: Global 8, Pilot 1 and Sales 1.",
        Policies(10, new("TeamsAppSetupPolicy", "Sales", 1), new("TeamsAppSetupPolicy", "Global", 8), new("teamsAppSetupPolicy", "Pilot", 1)));

    [Fact]
    public void Nothing_but_everybody_s_policy() => Expect(
        CheckOutcome.Fail, true, "All of 10 accounts looked at are under the app setup policy that everybody has.",
        Policies(10, new("TeamsAppSetupPolicy", "Global", 10), new("TeamsFeedbackPolicy", "Pilot", 1)));

    [Fact]
    public void A_policy_that_Graph_doesnt_name() => Expect(
        CheckOutcome.Unknown, true, "Graph names no app setup policy for any of 10 accounts looked at.", Policies(10, new TeamsPolicyCount("TeamsFeedbackPolicy", "Global", 10)));

    [Fact]
    public void Nobody_in_Teams() => Expect(CheckOutcome.NotApplicable, false, "No account is set up for Teams.", Policies(0));

    [Theory]
    [InlineData("published", "available", CheckOutcome.Pass, true, "Mesh: published and assigned. Whether it reaches the pilot's PCs shows in Company Portal.")]
    [InlineData("published", "uninstall", CheckOutcome.Fail, false, "Device management has a Mesh app and hands it out to nobody.")]
    [InlineData("published", null, CheckOutcome.Fail, false, "Device management has a Mesh app and hands it out to nobody.")]
    [InlineData("processing", "required", CheckOutcome.Fail, false, "Device management has a Mesh app and hands it out to nobody.")]
    public void The_Mesh_app_on_PCs(string state, string? intent, CheckOutcome outcome, bool isHint, string sentence) => Expect(
        outcome, isHint, sentence,
        ACheck.OfInventory("mesh-app-deployed", new() { MobileApps = ImmutableArray.Create(new MobileAppFacts("1", "Mesh", state, intent is null ? [] : [intent])) }));

    [Fact]
    public void No_Mesh_app_proves_nothing_because_apps_from_the_Store_dont_show() => Expect(
        CheckOutcome.Unknown, false,
        "Device management tells of no Mesh app. Apps from the Microsoft Store show only in a preview of Graph, which isn't read.",
        ACheck.OfInventory("mesh-app-deployed", new() { MobileApps = ImmutableArray<MobileAppFacts>.Empty }));

    [Theory]
    [InlineData("mesh-services-present", false, "The application Microsoft Mesh Services")]
    [InlineData("teams-app-listed", true, "The Teams app catalogue")]
    [InlineData("teams-policy-assigned", true, "The Teams policies of people")]
    [InlineData("mesh-app-deployed", false, "The apps of device management")]
    public void What_could_not_be_read_is_unknown(string check, bool isHint, string what) => Expect(
        CheckOutcome.Unknown, isHint, $"{what} could not be read. Consent is missing.",
        ACheck.OfInventory(
            check,
            new() { Applications = ATenant.NoConsent, TeamsApps = ATenant.NoConsent, TeamsPolicies = ATenant.NoConsent, MobileApps = ATenant.NoConsent },
            app: "Mesh",
            policy: "TeamsAppSetupPolicy"));

    private static CheckResult Policies(int accounts, params TeamsPolicyCount[] counts) =>
        ACheck.OfInventory("teams-policy-assigned", new() { TeamsPolicies = new TeamsPolicyFacts(accounts, [.. counts]) }, policy: "TeamsAppSetupPolicy");

    private static void Expect(CheckOutcome outcome, bool isHint, string sentence, CheckResult result)
    {
        Assert.Equal((outcome, isHint, sentence), (result.Outcome, result.IsHint, result.Sentence));
        Assert.Equal(outcome is CheckOutcome.Fail ? 1 : 0, result.Findings.Length);
    }
}
