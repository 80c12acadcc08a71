using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about the apps that people need.</summary>
internal static class AppChecks
{
    private const string EverybodysPolicy = "Global";

    public static CheckResult MeshServicesPresent(CheckFacts facts)
    {
        if (!facts.Inventory.Applications.TryGet(out var applications))
        {
            return CheckResult.Unknown("The application Microsoft Mesh Services", facts.Inventory.Applications.Problem);
        }

        if (applications.FirstOrDefault(one => one.AppId == MeshNames.ServicesAppId) is not { } services)
        {
            return CheckResult.Fail("The tenant has no application Microsoft Mesh Services.", Wrong(
                "not in the tenant", "in the tenant", "Let one licensed person sign in to Mesh; that brings it in."));
        }

        return (services.AccountEnabled, services.IsAssignmentRequired) switch
        {
            (false, _) => CheckResult.Fail("Microsoft Mesh Services is disabled, so nobody can sign in to it.", Wrong(
                "disabled", "enabled for users to sign in", "Enable sign-in in the application's properties.")),
            (_, true) => CheckResult.Fail("Microsoft Mesh Services lets in only people who are assigned to it.", Wrong(
                "assignment is required", "no assignment required, or everybody in scope assigned",
                "Assign the people in scope, or take the requirement off.")),
            (true, _) => CheckResult.Pass("Microsoft Mesh Services is in the tenant, enabled, and open without assignment."),
            _ => CheckResult.Unknown("Graph doesn't say whether Microsoft Mesh Services is enabled."),
        };
    }

    public static CheckResult ListedInTeams(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Inventory.TeamsApps.TryGet(out var apps))
        {
            return CheckResult.Unknown("The Teams app catalogue", facts.Inventory.TeamsApps.Problem).AsHint();
        }

        var name = parameters.App;

        if (!MeshNames.TeamsApps.Contains(name))
        {
            return CheckResult.Unknown($"This version doesn't look for the app {name}.").AsHint();
        }

        return apps.Any(app => app.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? CheckResult.Pass($"The Teams catalogue has the app {name}. Whether people may use it stands in the Teams admin center.").AsHint()
            : CheckResult.Fail(
                $"The Teams catalogue doesn't have the app {name}.",
                new Finding(
                    name, "not in the catalogue", "in the catalogue and allowed",
                    "Look under Manage apps in the Teams admin center whether the app is blocked.", "Teams Administrator")).AsHint();
    }

    public static CheckResult TeamsPolicyAssigned(CheckFacts facts, CheckParameters parameters)
    {
        var what = Name(parameters.Policy);

        if (!facts.Inventory.TeamsPolicies.TryGet(out var policies))
        {
            return CheckResult.Unknown("The Teams policies of people", facts.Inventory.TeamsPolicies.Problem).AsHint();
        }

        ImmutableArray<TeamsPolicyCount> assigned =
        [
            .. policies.Assignments.Where(one => one.PolicyType.Equals(parameters.Policy, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(one => one.Accounts).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
        var looked = Words.Count(policies.Accounts, "account", "accounts");

        if (policies.Accounts == 0)
        {
            return CheckResult.NotApplicable("No account is set up for Teams.");
        }

        if (assigned.IsEmpty)
        {
            return CheckResult.Unknown($"Graph names no {what} for any of {looked} looked at.").AsHint();
        }

        return assigned.All(one => one.Name.Equals(EverybodysPolicy, StringComparison.OrdinalIgnoreCase))
            ? CheckResult.Fail(
                $"All of {looked} looked at are under the {what} that everybody has.",
                new Finding(
                    what, EverybodysPolicy, "a policy chosen for the people in scope",
                    "Decide whether the organisation-wide policy fits, or assign another.", "Teams Administrator")).AsHint()
            : CheckResult.Pass(
                $"{looked} looked at, by their {what}: {Words.Some([.. assigned.Select(one => $"{one.Name} {Words.Number(one.Accounts)}")])}.").AsHint();
    }

    public static CheckResult MeshAppDeployed(CheckFacts facts)
    {
        if (!facts.Inventory.MobileApps.TryGet(out var apps))
        {
            return CheckResult.Unknown("The apps of device management", facts.Inventory.MobileApps.Problem);
        }

        if (apps.IsEmpty)
        {
            return CheckResult.Unknown(
                "Device management tells of no Mesh app. Apps from the Microsoft Store show only in a preview of Graph, which isn't read.");
        }

        var ready = apps.Where(app => IsPublished(app) && app.Intents.Any(intent => !intent.Equals("uninstall", StringComparison.OrdinalIgnoreCase))).ToList();

        return ready.Count > 0
            ? CheckResult.Pass(
                $"{Words.Some([.. ready.Select(app => app.DisplayName)])}: published and assigned. Whether it reaches the pilot's PCs shows in "
                    + "Company Portal.").AsHint()
            : CheckResult.Fail(
                "Device management has a Mesh app and hands it out to nobody.",
                [.. apps.Select(app => new Finding(
                    app.DisplayName,
                    IsPublished(app) ? "assigned to nobody" : $"in the state {app.PublishingState ?? "unknown"}",
                    "published and assigned to the pilot",
                    "Publish the app in Intune and assign it to the pilot's group.", "Intune Administrator"))]);
    }

    private static bool IsPublished(MobileAppFacts app) => "published".Equals(app.PublishingState, StringComparison.OrdinalIgnoreCase);

    private static Finding Wrong(string seen, string expected, string remedy) =>
        new("Microsoft Mesh Services", seen, expected, remedy, "Cloud Application Administrator");

    private static string Name(string policyType) => policyType switch
    {
        "TeamsAppPermissionPolicy" => "app permission policy",
        "TeamsAppSetupPolicy" => "app setup policy",
        "TeamsFeedbackPolicy" => "feedback policy",
        _ => policyType,
    };
}
