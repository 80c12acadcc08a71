using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>The settings of the tenant that decide who may create groups and who may come in from outside.</summary>
internal static class SettingEndpoints
{
    private const string UnifiedTemplate = "62375ab9-6b52-47ed-826b-58e47e0e304b";

    private static readonly JsonShape GroupSettings = new("groupSettings", "groupSetting", "displayName templateId values");

    private static readonly JsonShape Templates = new(
        "groupSettingTemplates", "groupSettingTemplate", "deletedDateTime description displayName values");

    public static void Map(Router router)
    {
        router.Get("groupSettings", call => Collections.WriteAsync(
            call, GroupSettings, Collections.Of(Creation(call.Tenant)), CollectionRules.Plain));
        router.Get("groupSettingTemplates", call => Collections.WriteAsync(call, Templates, Collections.Of([Template()]), CollectionRules.Plain));
        GuestEndpoints.Map(router);
    }

    private static List<JsonObject> Creation(Tenant tenant) => tenant.Scenario.Name is "contoso" or "messy" or "half-licensed"
        ?
        [
            new()
            {
                ["id"] = tenant.Draw.NamedId("group settings"),
                ["displayName"] = "Group.Unified",
                ["templateId"] = UnifiedTemplate,
                ["values"] = Values(
                    ("EnableGroupCreation", "false"),
                    ("GroupCreationAllowedGroupId", CreatorsOf(tenant).ToString()),
                    ("AllowGuestsToAccessGroups", "true"),
                    ("AllowToAddGuests", "true"),
                    ("AllowGuestsToBeGroupOwner", "false"),
                    ("EnableMIPLabels", "false")),
            },
        ]
        : [];

    // In a messy tenant the group was deleted, and the setting still names it.
    private static Guid CreatorsOf(Tenant tenant) => tenant.Draw.NamedId(tenant.Scenario.HasQuirks ? "a group that is gone" : GroupPlan.Creators);

    private static JsonObject Template() => new()
    {
        ["id"] = UnifiedTemplate,
        ["deletedDateTime"] = null,
        ["displayName"] = "Group.Unified",
        ["description"] = "Settings for Microsoft 365 groups",
        ["values"] = new JsonArray([.. new[]
        {
            ("EnableGroupCreation", "System.Boolean", "true"), ("GroupCreationAllowedGroupId", "System.Guid", ""),
            ("AllowGuestsToAccessGroups", "System.Boolean", "true"), ("AllowToAddGuests", "System.Boolean", "true"),
            ("AllowGuestsToBeGroupOwner", "System.Boolean", "false"), ("EnableMIPLabels", "System.Boolean", "false"),
        }.Select(entry => new JsonObject
        {
            ["name"] = entry.Item1, ["type"] = entry.Item2, ["defaultValue"] = entry.Item3, ["description"] = entry.Item1,
        })]),
    };

    private static JsonArray Values(params (string Name, string Value)[] values) =>
        [.. values.Select(value => new JsonObject { ["name"] = value.Name, ["value"] = value.Value })];
}
