using System.Collections.Frozen;

namespace MeshReadiness.Core.Tenant;

/// <summary>
/// The built-in directory roles that tasks and contacts name, with the template ids that they have in every tenant. A scan reads who holds
/// these and no others.
/// </summary>
public static class DirectoryRoles
{
    /// <summary>The template ids by the roles' names.</summary>
    public static FrozenDictionary<string, string> TemplateIds { get; } = new Dictionary<string, string>
    {
        ["Global Administrator"] = "62e90394-69f5-4237-9190-012177145e10",
        ["Teams Administrator"] = "69091246-20e8-4a56-aa4d-066075b2a7a8",
        ["License Administrator"] = "4d6ac14f-3453-41d0-bef9-a3e0c569773a",
        ["User Administrator"] = "fe930be7-5e62-47db-91af-98c3a49a38b1",
        ["Billing Administrator"] = "b0f54661-2d74-4c50-afa3-1ec803f12efe",
        ["Security Administrator"] = "194ae4cb-b126-40b2-bd5b-6091b380977d",
        ["Conditional Access Administrator"] = "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
        ["Groups Administrator"] = "fdd7a751-b60b-444a-984c-02652fe8fa1c",
        ["Exchange Administrator"] = "29232cdf-9323-42fd-ade2-1d097af3e4de",
        ["SharePoint Administrator"] = "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
        ["Intune Administrator"] = "3a2c62db-5318-420d-8d74-23affee5d9d5",
        ["Compliance Administrator"] = "17315797-102d-40b4-93e0-432062caca18",
        ["Helpdesk Administrator"] = "729827e3-9c14-49f7-bb1b-9608f156bbb8",
        ["Office Apps Administrator"] = "2b745bdf-0803-4d80-aa65-822c4493daac",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
