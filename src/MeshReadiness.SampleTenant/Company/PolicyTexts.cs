using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The Conditional Access policies of each kind of tenant, the Quest cases among them.</summary>
internal static class PolicyTexts
{
    private const string Mesh = "3016d0ce-47cc-4005-b11d-5fcabb1b643d";
    private const string ReportOnly = "enabledForReportingButNotEnforced";
    private const string Disabled = "disabled";

    public static IEnumerable<JsonObject> Calm(Tenant tenant) => Write(tenant,
    [
        new("Require multifactor authentication for all users")
        {
            Grants = ["mfa"],
            ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass)],
        },
        BlockLegacy(tenant),
    ]);

    public static IEnumerable<JsonObject> QuestBlocked(Tenant tenant) => Write(tenant,
    [
        Managed(tenant),
        BlockDeviceCodes(),
        AppProtection(),
    ]);

    public static IEnumerable<JsonObject> Mixed(Tenant tenant) => Write(tenant,
    [
        new("Require multifactor authentication for all users")
        {
            Grants = ["mfa"],
            ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass)],
        },
        BlockLegacy(tenant),
        Managed(tenant),
        new("Managed devices, Quest exempted by maker")
        {
            Grants = ["compliantDevice"],
            Groups = [Group(tenant, GroupPlan.QuestUsers)],
            Users = [],
            DeviceFilter = ("exclude", "device.manufacturer -in [\"Meta\", \"Oculus\"]"),
        },
        new("Managed devices on Android, anything not Meta exempted")
        {
            Grants = ["compliantDevice"],
            Groups = [Group(tenant, "DEP Marketing")],
            Users = [],
            Platforms = ["android"],
            DeviceFilter = ("exclude", "device.manufacturer -ne \"Meta\""),
        },
        AppProtection() with { Groups = [Group(tenant, "DEP Sales")], Users = [] },
        BlockDeviceCodes() with { ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass)] },
        new("Office 365 from managed devices, Mesh excluded")
        {
            Apps = ["Office365"],
            ExcludedApps = [Mesh],
            Groups = [Group(tenant, "DEP Finance")],
            Users = [],
            Grants = ["compliantDevice", "domainJoinedDevice"],
        },
        new("Pilot of token protection (nobody yet)")
        {
            Users = ["None"],
            Platforms = ["windows"],
            Session = new() { ["secureSignInSession"] = new JsonObject { ["isEnabled"] = true } },
        },
        new("Contractors from trusted places (deleted group)")
        {
            Users = [],
            Groups = [tenant.Draw.NamedId("a group that is gone").ToString()],
            Locations = ["All"],
            ExcludedLocations = ["AllTrusted"],
            Grants = ["block"],
        },
        new("Strong authentication for administrators")
        {
            Users = [],
            Roles = [.. RoleBook.Privileged.Select(role => role.TemplateId)],
            DemandsStrength = true,
            ExcludedUsers = [tenant.People.Generator.Ids.Of(0).ToString(), tenant.Draw.NamedId("a person who is gone").ToString()],
        },
        new("Guests need multifactor authentication")
        {
            Users = [],
            GuestTypes = "internalGuest,b2bCollaborationGuest,b2bCollaborationMember,otherExternalUser",
            Grants = ["mfa"],
        },
        new("Block sign-in from countries we do not work in")
        {
            Locations = [LocationBook.Id(tenant, LocationBook.Blocked)],
            ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass), Group(tenant, GroupPlan.Travellers)],
            Grants = ["block"],
            State = ReportOnly,
        },
        new("Register security information from trusted places")
        {
            UserActions = ["urn:user:registersecurityinfo"],
            Users = [],
            Groups = [Group(tenant, GroupPlan.AllStaff)],
            Locations = ["All"],
            ExcludedLocations = [LocationBook.Id(tenant, LocationBook.Offices), "AllTrusted"],
            Grants = ["mfa"],
        },
        new("Block risky sign-ins") { SignInRisks = ["high"], Grants = ["block"], State = Disabled },
        new("Sign-in frequency on Mesh")
        {
            Apps = [Mesh],
            Session = new()
            {
                ["signInFrequency"] = new JsonObject
                {
                    ["value"] = 4, ["type"] = "hours", ["authenticationType"] = "primaryAndSecondaryAuthentication", ["frequencyInterval"] = "timeBased", ["isEnabled"] = true,
                },
            },
            State = Disabled,
        },
    ]);

    private static Policy Managed(Tenant tenant) => new("Require compliant devices for all resources")
    {
        Grants = ["compliantDevice"],
        ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass)],
        ExcludedPlatforms = [],
        Platforms = ["all"],
    };

    private static Policy BlockLegacy(Tenant tenant) => new("Block legacy authentication")
    {
        ClientTypes = ["exchangeActiveSync", "other"],
        Grants = ["block"],
        ExcludedGroups = [Group(tenant, GroupPlan.BreakGlass)],
    };

    private static Policy BlockDeviceCodes() => new("Block device code flow") { TransferMethods = "deviceCodeFlow", Grants = ["block"] };

    private static Policy AppProtection() => new("App protection on phones")
    {
        Platforms = ["android", "iOS"],
        ClientTypes = ["mobileAppsAndDesktopClients"],
        Operator = "AND",
        Grants = ["compliantApplication", "mfa"],
    };

    private static string Group(Tenant tenant, string name) => tenant.Draw.NamedId(name).ToString();

    private static IEnumerable<JsonObject> Write(Tenant tenant, IEnumerable<Policy> policies) =>
        policies.Select(policy => policy.ToJson(tenant.Draw.NamedId("policy " + policy.Name)));
}
