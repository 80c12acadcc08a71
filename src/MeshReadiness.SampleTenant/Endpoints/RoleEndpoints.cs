using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class RoleEndpoints
{
    private static readonly JsonShape Assignments = new(
        "roleManagement/directory/roleAssignments", "unifiedRoleAssignment",
        "principalId directoryScopeId roleDefinitionId appScopeId condition principal roleDefinition");

    private static readonly JsonShape Eligible = new(
        "roleManagement/directory/roleEligibilityScheduleInstances", "unifiedRoleEligibilityScheduleInstance",
        "principalId directoryScopeId roleDefinitionId appScopeId startDateTime endDateTime memberType roleEligibilityScheduleId principal roleDefinition");

    private static readonly JsonShape Roles = new(
        "directoryRoles", "directoryRole", "deletedDateTime description displayName roleTemplateId members");

    public static void Map(Router router)
    {
        router.Get("roleManagement/directory/roleAssignments", call =>
            Collections.WriteAsync(call, Assignments, Collections.Of(AssignmentsOf(call)), CollectionRules.Plain));
        router.Get("roleManagement/directory/roleEligibilityScheduleInstances", call =>
            Collections.WriteAsync(call, Eligible, Collections.Of(EligibleOf(call)), CollectionRules.Plain));
        router.Get("directoryRoles", call => Collections.WriteAsync(
            call, Roles, Collections.Of(RolesOf(call)), CollectionRules.OnePage with { AllowsFilter = true }));
        router.Get("directoryRoles/{id}/members", call => Collections.WriteAsync(
            call, MixedShape.Instance, Collections.Of(MembersOf(call.Tenant, RoleOf(call))), CollectionRules.Directory));
    }

    private static Role RoleOf(GraphCall call) =>
        RoleBook.All.FirstOrDefault(role => call.Tenant.Roles.IdOf(role).ToString().Equals(call["id"], StringComparison.OrdinalIgnoreCase))
            ?? throw GraphException.NotFound(call["id"]);

    private static IReadOnlyList<object> MembersOf(Tenant tenant, Role role) =>
    [
        .. tenant.Roles.Assignments()
            .Where(one => one.Role == role && one.Scope == "/")
            .Select(one => one.Person is { } index ? (object?)tenant.People.At(index) : one.Group)
            .OfType<object>(),
    ];

    private static List<JsonObject> RolesOf(GraphCall call) => [.. RoleBook.All.Where(_ => call.Tenant.People.BaseCount > 0).Select(role =>
    {
        var json = call.Tenant.Roles.ToJson(role);
        json.Remove("@odata.type");

        if (Expands(call, "members"))
        {
            json["members"] = new JsonArray([.. MembersOf(call.Tenant, role).Select(ToNode)]);
        }

        return json;
    })];

    private static List<JsonObject> AssignmentsOf(GraphCall call) =>
    [
        .. call.Tenant.Roles.Assignments().Index().Select(entry => Assignment(
            call, entry.Item.Role, entry.Item.Person is { } index ? call.Tenant.People.At(index) : entry.Item.Group, entry.Item.Scope, entry.Index))
            .OfType<JsonObject>(),
    ];

    private static List<JsonObject> EligibleOf(GraphCall call) =>
    [
        .. RoleBook.Privileged.Index()
            .Select(entry => Assignment(call, entry.Item, call.Tenant.People.At(14 + entry.Index), "/", 500 + entry.Index))
            .OfType<JsonObject>()
            .Select(one =>
            {
                one["memberType"] = "Direct";
                one["startDateTime"] = "2025-01-06T08:00:00Z";
                one["endDateTime"] = null;

                return one;
            }),
    ];

    private static JsonObject? Assignment(GraphCall call, Role role, object? principal, string scope, int number)
    {
        if (principal is null)
        {
            return null;
        }

        var json = new JsonObject
        {
            ["id"] = call.Tenant.Draw.NamedId($"assignment {number}").ToString("N"),
            ["principalId"] = principal is Person person ? person.Id : ((Group)principal).Id,
            ["directoryScopeId"] = scope,
            ["roleDefinitionId"] = role.TemplateId,
        };

        if (Expands(call, "principal"))
        {
            json["principal"] = ToNode(principal);
        }

        return json;
    }

    private static bool Expands(GraphCall call, string property) =>
        call.Query.Expand?.StartsWith(property, StringComparison.OrdinalIgnoreCase) ?? false;

    private static JsonNode? ToNode(object item)
    {
        using var stream = new MemoryStream();

        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            MixedShape.Instance.Pen(null)(writer, item);
            writer.WriteEndObject();
        }

        return JsonNode.Parse(stream.ToArray());
    }
}
