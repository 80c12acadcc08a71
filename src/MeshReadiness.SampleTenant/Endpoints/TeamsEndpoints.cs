using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Teams as a whole, and which policies apply to a person there.</summary>
internal static class TeamsEndpoints
{
    private static readonly JsonShape Teamwork = new("teamwork", "teamwork", "isTeamsEnabled region");

    private static readonly JsonShape AppSettings = new(
        "teamwork/teamsAppSettings", "teamsAppSettings",
        "allowUserRequestsForAppAccess isChatResourceSpecificConsentEnabled isUserPersonalScopeResourceSpecificConsentEnabled customAppSettings");

    private static readonly JsonShape Configurations = new(
        "admin/teams/userConfigurations", "teamsUserConfiguration",
        "accountType createdDateTime effectivePolicyAssignments featureTypes isEnterpriseVoiceEnabled modifiedDateTime telephoneNumbers tenantId " +
        "userPrincipalName user");

    private static readonly JsonShape ReportSettings = new("admin/reportSettings", "adminReportSettings", "displayConcealedNames");

    public static void Map(Router router)
    {
        router.Get("teamwork", call => Collections.WriteOneAsync(call, Teamwork, new()
        {
            ["id"] = "teamwork",
            ["isTeamsEnabled"] = call.Tenant.Scenario.HasPeople,
            ["region"] = "EMEA",
        }));
        router.Get("teamwork/teamsAppSettings", call => Collections.WriteOneAsync(call, AppSettings, new()
        {
            ["id"] = "teamsAppSettings",
            ["allowUserRequestsForAppAccess"] = true,
            ["isUserPersonalScopeResourceSpecificConsentEnabled"] = false,
        }));
        router.Get("admin/teams/userConfigurations", call => Collections.WriteAsync(
            call,
            Configurations,
            from => call.Tenant.People.From(from).Select(entry => (entry.Cursor, Configuration(call.Tenant, entry.Item))),
            CollectionRules.Plain));
        router.Get("admin/teams/userConfigurations/{id}", call => Collections.WriteOneAsync(
            call, Configurations, Configuration(call.Tenant, UserEndpoints.Person(call))));
        router.Get("admin/reportSettings", call => Collections.WriteOneAsync(call, ReportSettings, new() { ["displayConcealedNames"] = false }));
    }

    private static JsonObject Configuration(Tenant tenant, Person person)
    {
        var hasTeams = person.Licences.Plans.Any(row => row.PlanId == KnownPlans.Teams && row.Status.Equals("Enabled", StringComparison.OrdinalIgnoreCase));

        return new()
        {
            ["id"] = person.Id,
            ["tenantId"] = tenant.Id.ToString(),
            ["userPrincipalName"] = person.Name.Principal,
            ["accountType"] = person.IsGuest ? "guest" : hasTeams ? "user" : "ineligibleUser",
            ["isEnterpriseVoiceEnabled"] = false,
            ["featureTypes"] = hasTeams ? new JsonArray("teams") : [],
            ["createdDateTime"] = Instants.Text(person.Created),
            ["modifiedDateTime"] = Instants.Text(person.Created.AddDays(20)),
            ["telephoneNumbers"] = new JsonArray(),
            ["effectivePolicyAssignments"] = person.IsStaff
                ? new JsonArray(
                    Assignment(tenant, "TeamsAppPermissionPolicy", person.Index % 17 == 0 ? "Frontline apps" : "Global", person),
                    Assignment(tenant, "TeamsAppSetupPolicy", "Global", person),
                    Assignment(tenant, "TeamsFeedbackPolicy", "Global", person),
                    Assignment(tenant, "TeamsEventsPolicy", person.Index % 9 == 0 ? "Event organizers" : "Global", person))
                : [],
        };
    }

    private static JsonObject Assignment(Tenant tenant, string type, string name, Person person) => new()
    {
        ["policyType"] = type,
        ["policyAssignment"] = new JsonObject
        {
            ["displayName"] = name,
            ["assignmentType"] = name == "Global" ? "group" : "direct",
            ["policyId"] = tenant.Draw.NamedId($"{type} {name}").ToString(),
            ["groupId"] = name == "Global" && person.Department is { } department ? tenant.Draw.NamedId("DEP " + department.Name).ToString() : null,
        },
    };
}
