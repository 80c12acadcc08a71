using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;
using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>The applications that the tenant knows; Microsoft Mesh Services is there once somebody used Mesh.</summary>
internal static class ServicePrincipalEndpoints
{
    private const string MeshServices = "Microsoft Mesh Services";
    private const string Microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    private static readonly JsonShape Shape = new(
        "servicePrincipals", "servicePrincipal",
        "deletedDateTime accountEnabled addIns alternativeNames appDescription appDisplayName appId applicationTemplateId appOwnerOrganizationId " +
        "appRoleAssignmentRequired appRoles createdDateTime customSecurityAttributes description disabledByMicrosoftStatus displayName homepage info " +
        "isDisabled keyCredentials loginUrl logoutUrl notes notificationEmailAddresses oauth2PermissionScopes passwordCredentials " +
        "preferredSingleSignOnMode replyUrls resourceSpecificApplicationPermissions samlSingleSignOnSettings servicePrincipalNames " +
        "servicePrincipalType signInAudience tags tokenEncryptionKeyId verifiedPublisher");

    private static readonly JsonShape Assignments = new(
        "appRoleAssignments", "appRoleAssignment", "appRoleId createdDateTime principalDisplayName principalId principalType resourceDisplayName resourceId");

    private static readonly (string Name, string AppId)[] Apps =
    [
        (MeshServices, "3016d0ce-47cc-4005-b11d-5fcabb1b643d"),
        ("Microsoft Teams Services", "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe"),
        ("Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000"),
        ("Office 365 SharePoint Online", "00000003-0000-0ff1-ce00-000000000000"),
        ("Microsoft Graph", "00000003-0000-0000-c000-000000000000"),
        ("Windows Azure Active Directory", "00000002-0000-0000-c000-000000000000"),
        ("Microsoft Intune", "0000000a-0000-0000-c000-000000000000"),
    ];

    public static void Map(Router router)
    {
        router.Get("servicePrincipals", call => Collections.WriteAsync(call, Shape, Collections.Of(All(call.Tenant)), CollectionRules.Directory));
        router.Get("servicePrincipals/{id}", call => Collections.WriteOneAsync(call, Shape, One(call)));
        router.Get("servicePrincipals/{id}/appRoleAssignedTo", call =>
        {
            One(call);

            return Collections.WriteAsync(call, Assignments, Collections.Of<JsonObject>([]), CollectionRules.Plain);
        });
    }

    private static JsonObject One(GraphCall call)
    {
        var key = call["id"];
        var isByApp = key.StartsWith("appId=", StringComparison.OrdinalIgnoreCase);
        var value = isByApp ? key[6..].Trim('\'') : key;

        return All(call.Tenant).FirstOrDefault(one => JsonFields.Text(one[isByApp ? "appId" : "id"]!).Equals(value, StringComparison.OrdinalIgnoreCase))
            ?? throw GraphException.NotFound(value);
    }

    private static List<JsonObject> All(Tenant tenant) =>
    [
        .. Apps
            .Where(app => app.Name != MeshServices || UsesMesh(tenant.Scenario))
            .Select(app => new JsonObject
            {
                ["id"] = tenant.Draw.NamedId("service principal " + app.AppId),
                ["deletedDateTime"] = null,
                ["accountEnabled"] = app.Name != MeshServices || !tenant.Scenario.HasQuirks,
                ["isDisabled"] = null,
                ["disabledByMicrosoftStatus"] = null,
                ["appDisplayName"] = app.Name,
                ["appId"] = app.AppId,
                ["appOwnerOrganizationId"] = Microsoft,
                ["appRoleAssignmentRequired"] = false,
                ["createdDateTime"] = "2024-04-02T11:20:00Z",
                ["displayName"] = app.Name,
                ["servicePrincipalNames"] = new JsonArray(app.AppId),
                ["servicePrincipalType"] = "Application",
                ["signInAudience"] = "AzureADMultipleOrgs",
                ["tags"] = new JsonArray(),
            }),
    ];

    private static bool UsesMesh(Scenario scenario) => scenario.Name is not ("government" or "education" or "empty");
}
