using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The Conditional Access policies as they are now.</summary>
internal sealed class PolicyBook
{
    private readonly Lock _gate = new();
    private readonly Lazy<List<JsonObject>> _policies;

    public PolicyBook(Tenant tenant)
    {
        _policies = new(() => [.. tenant.Scenario.Policies switch
        {
            PolicySet.None => [],
            PolicySet.Calm => PolicyTexts.Calm(tenant),
            PolicySet.QuestBlocked => PolicyTexts.QuestBlocked(tenant),
            _ => PolicyTexts.Mixed(tenant),
        }]);
    }

    public IReadOnlyList<JsonObject> All()
    {
        lock (_gate)
        {
            return [.. _policies.Value.Select(policy => (JsonObject)policy.DeepClone())];
        }
    }

    /// <summary>Switches a policy between enforced and report-only, as an admin would while testing.</summary>
    public JsonObject? Edit(int number, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_policies.Value.Count == 0)
            {
                return null;
            }

            var policy = _policies.Value[number % _policies.Value.Count];
            policy["state"] = policy["state"]!.GetValue<string>() == "enabled" ? "enabledForReportingButNotEnforced" : "enabled";
            policy["modifiedDateTime"] = Instants.Text(now);

            return policy;
        }
    }
}
