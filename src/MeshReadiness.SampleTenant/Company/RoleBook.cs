using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Company;

internal sealed record Role(string Name, string TemplateId);

/// <summary>Who holds which directory role, directly, through a group or only as eligible.</summary>
internal sealed class RoleBook(Tenant tenant)
{
    public static readonly IReadOnlyList<Role> Privileged =
    [
        new("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
        new("Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d"),
        new("Conditional Access Administrator", "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9"),
    ];

    private static readonly IReadOnlyList<Role> Others =
    [
        new("License Administrator", "4d6ac14f-3453-41d0-bef9-a3e0c569773a"),
        new("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1"),
        new("Groups Administrator", "fdd7a751-b60b-444a-984c-02652fe8fa1c"),
        new("Teams Administrator", "69091246-20e8-4a56-aa4d-066075b2a7a8"),
        new("Office Apps Administrator", "2b745bdf-0803-4d80-aa65-822c4493daac"),
        new("Intune Administrator", "3a2c62db-5318-420d-8d74-23affee5d9d5"),
        new("Billing Administrator", "b0f54661-2d74-4c50-afa3-1ec803f12efe"),
        new("Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8"),
        new("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
        new("Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de"),
        new("SharePoint Administrator", "f28a1f50-f6e7-4571-818b-6a12f2af6b6c"),
        new("Compliance Administrator", "17315797-102d-40b4-93e0-432062caca18"),
    ];

    public static IReadOnlyList<Role> All { get; } = [.. Privileged, .. Others];

    /// <summary>
    /// Assignments in force: two people for each role, and the Teams role to a group as well. Where nothing is in order, nobody
    /// holds the Teams role, because whoever did has left.
    /// </summary>
    public IReadOnlyList<(Role Role, int? Person, Group? Group, string Scope)> Assignments() =>
        [.. Usual().Where(one => !tenant.Scenario.HasQuirks || one.Role.Name != "Teams Administrator")];

    private IReadOnlyList<(Role Role, int? Person, Group? Group, string Scope)> Usual()
    {
        var people = Math.Min(tenant.People.BaseCount, All.Count);

        return
        [
            .. from entry in All.Index()
               from offset in Enumerable.Range(0, Math.Min(2, people))
               let scope = entry.Item.Name == "Office Apps Administrator" ? $"/administrativeUnits/{tenant.Draw.NamedId("unit")}" : "/"
               select (entry.Item, (int?)((entry.Index + offset) % people), (Group?)null, scope),
            .. from role in All
               where role.Name == "Teams Administrator"
               from assigned in tenant.Groups.All
               where assigned.IsRoleAssignable
               select (role, (int?)null, (Group?)assigned, "/"),
        ];
    }

    public IReadOnlyList<JsonObject> HeldBy(Person person) =>
        [.. Assignments().Where(one => one.Person == person.Index).Select(one => ToJson(one.Role)).DistinctBy(role => role["id"]!.ToString())];

    public Guid IdOf(Role role) => tenant.Draw.NamedId("role " + role.Name);

    public JsonObject ToJson(Role role) => new()
    {
        ["@odata.type"] = "#microsoft.graph.directoryRole",
        ["id"] = IdOf(role),
        ["deletedDateTime"] = null,
        ["description"] = role.Name,
        ["displayName"] = role.Name,
        ["roleTemplateId"] = role.TemplateId,
    };
}
