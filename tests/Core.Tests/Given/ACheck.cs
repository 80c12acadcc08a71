using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Runs a rule as a playbook would name it.</summary>
internal static class ACheck
{
    public static CheckResult Run(
        string id,
        Result<PopulationFacts> people,
        TenantFacts? tenant = null,
        string? requirement = null,
        string? uselessWithout = null,
        string audience = "members",
        string? roles = null,
        string? app = null,
        string? policy = null)
    {
        var given = new Dictionary<string, string?>
        {
            [CheckParameters.RequirementName] = requirement,
            [CheckParameters.WithoutName] = uselessWithout,
            [CheckParameters.AudienceName] = audience,
            [CheckParameters.RolesName] = roles,
            [CheckParameters.AppName] = app,
            [CheckParameters.PolicyName] = policy,
        };
        var parameters = CheckRules.All[id].Parameters.ToImmutableDictionary(name => name, name => given[name]!);

        return CheckRules.Run(
            new CheckReference(id, parameters),
            new CheckFacts(SmallPlaybook.It, tenant ?? ATenant.Usual(), people, Products.Table, ATenant.AsOf));
    }

    /// <summary>Runs a rule that looks at nothing but the inventory.</summary>
    public static CheckResult OfInventory(
        string id, TenantInventory inventory, string? requirement = null, string? roles = null, string? app = null, string? policy = null) =>
        Run(id, ATenant.NoConsent, ATenant.Knowing(inventory), requirement: requirement, roles: roles, app: app, policy: policy);
}
