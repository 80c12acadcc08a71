using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Apps that are handed out: by device management, and in Teams. Store apps are known to beta only.</summary>
internal static class AppEndpoints
{
    private static readonly JsonShape MobileApps = new(
        "deviceAppManagement/mobileApps", "mobileApp",
        "displayName description publisher largeIcon createdDateTime lastModifiedDateTime isFeatured privacyInformationUrl informationUrl owner developer " +
        "notes publishingState isAssigned packageIdentifier manifestHash installExperience assignments categories roleScopeTagIds uploadState " +
        "dependentAppCount supersedingAppCount supersededAppCount fileName size committedContentVersion appStoreUrl bundleId packageId",
        "assignments");

    private static readonly JsonShape TeamsApps = new(
        "appCatalogs/teamsApps", "teamsApp", "externalId displayName distributionMethod appDefinitions", "appDefinitions");

    private static readonly JsonShape Installed = new(
        "installedApps", "userScopeTeamsAppInstallation", "consentedPermissionSet teamsApp teamsAppDefinition", "teamsApp");

    private static readonly string[] InTeams = ["Mesh", "Avatars", "Polls", "Whiteboard", "Viva Engage"];

    public static void Map(Router router)
    {
        router.Get("deviceAppManagement/mobileApps", call => Collections.WriteAsync(
            call, MobileApps, Collections.Of([.. Managed(call).Where(app => call.IsBeta || !IsStoreApp(app))]), CollectionRules.Plain));
        router.Get("appCatalogs/teamsApps", call => Collections.WriteAsync(
            call, TeamsApps, Collections.Of([.. Listed(call).Select(name => TeamsApp(call, name, Expands(call, "appDefinitions")))]), CollectionRules.Plain));
        router.Get("users/{id}/teamwork/installedApps", InstalledFor);
    }

    // Somebody has blocked the Mesh app where nothing is in order.
    private static IEnumerable<string> Listed(GraphCall call) => InTeams.Where(name => name != "Mesh" || !call.Tenant.Scenario.HasQuirks);

    private static Task InstalledFor(GraphCall call)
    {
        var person = UserEndpoints.Person(call);
        var apps = InTeams.Where((_, index) => person.IsStaff && (person.Index + index) % 3 != 0).Select(name =>
        {
            var json = new JsonObject { ["id"] = call.Tenant.Draw.NamedId($"installed {name} {person.Index}").ToString("N") };

            if (Expands(call, "teamsApp"))
            {
                json["teamsApp"] = TeamsApp(call, name, false);
            }

            return json;
        });

        return Collections.WriteAsync(call, Installed, Collections.Of([.. apps]), CollectionRules.Plain);
    }

    private static JsonObject TeamsApp(GraphCall call, string name, bool withDefinitions)
    {
        var id = call.Tenant.Draw.NamedId("teams app " + name).ToString();
        var json = new JsonObject { ["id"] = id, ["externalId"] = null, ["displayName"] = name, ["distributionMethod"] = "store" };

        if (withDefinitions)
        {
            json["appDefinitions"] = new JsonArray(new JsonObject
            {
                ["id"] = id + "_1",
                ["teamsAppId"] = id,
                ["displayName"] = name,
                ["version"] = "2.4.0",
                ["publishingState"] = "published",
                ["shortDescription"] = name + " in Teams",
                ["description"] = name + " in Teams",
            });
        }

        return json;
    }

    private static IEnumerable<JsonObject> Managed(GraphCall call)
    {
        yield return App(call, "winGetApp", "Microsoft Mesh", "Microsoft Corporation", "available", app =>
        {
            app["packageIdentifier"] = "XPEXAMPLEMESH1";
            app["manifestHash"] = null;
            app["installExperience"] = new JsonObject { ["runAsAccount"] = "user" };
        });
        yield return App(call, "winGetApp", "Company Portal", "Microsoft Corporation", "required", app =>
        {
            app["packageIdentifier"] = "9WZDNCRFJ3PZ";
            app["manifestHash"] = null;
            app["installExperience"] = new JsonObject { ["runAsAccount"] = "system" };
        });
        // Some companies package the app themselves, and some of them forget to hand it out.
        if (call.Tenant.Scenario.IsTidy || call.Tenant.Scenario.HasQuirks)
        {
            yield return App(call, "win32LobApp", "Microsoft Mesh (packaged)", "Contoso", call.Tenant.Scenario.HasQuirks ? null : "available", app =>
            {
                app["fileName"] = "Mesh.intunewin";
                app["size"] = 734_003_200L;
            });
        }

        yield return App(call, "officeSuiteApp", "Microsoft 365 Apps for Windows", "Microsoft", "required", _ => { });
        yield return App(call, "androidManagedStoreApp", "Microsoft Teams", "Microsoft Corporation", "availableWithoutEnrollment", _ => { });
    }

    private static JsonObject App(GraphCall call, string type, string name, string publisher, string? intent, Action<JsonObject> more)
    {
        var id = call.Tenant.Draw.NamedId($"app {type} {name}");
        var app = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph." + type,
            ["id"] = id,
            ["displayName"] = name,
            ["description"] = name,
            ["publisher"] = publisher,
            ["createdDateTime"] = "2024-10-01T09:00:00Z",
            ["lastModifiedDateTime"] = "2024-10-01T09:00:00Z",
            ["isFeatured"] = false,
            ["publishingState"] = "published",
            ["isAssigned"] = intent is not null,
        };
        more(app);

        if (Expands(call, "assignments"))
        {
            app["assignments"] = intent is null ? new JsonArray() : new JsonArray(new JsonObject
            {
                ["id"] = $"{id}_0",
                ["intent"] = intent,
                ["source"] = "direct",
                ["target"] = new JsonObject
                {
                    ["@odata.type"] = "#microsoft.graph.groupAssignmentTarget",
                    ["groupId"] = call.Tenant.Draw.NamedId(intent == "available" ? GroupPlan.MeshPilot : GroupPlan.AllStaff).ToString(),
                },
            });
        }

        return app;
    }

    private static bool IsStoreApp(JsonObject app) => app["@odata.type"]!.ToString() == "#microsoft.graph.winGetApp";

    private static bool Expands(GraphCall call, string property) =>
        call.Query.Expand?.StartsWith(property, StringComparison.OrdinalIgnoreCase) ?? false;
}
