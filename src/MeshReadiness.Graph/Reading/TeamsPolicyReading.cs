using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads the first accounts of <c>GET /admin/teams/userConfigurations</c>: all that is asked for is which policies are in use,
/// not who is under them.
/// </summary>
internal static class TeamsPolicyReading
{
    private const int MostAccounts = 1_000;

    public static async Task<TeamsPolicyFacts> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(string Type, string Name), int>();
        var met = new HashSet<string>();
        var index = 0;

        await foreach (var account in RawPages.ReadAsync(graph, GraphPermissions.TeamsPolicies.Endpoint, cancellationToken))
        {
            var (id, policies) = account.Inside(index++, one => (one.NeededText("id"), Policies(one)));

            // Guests and people without Teams have no policies.
            if (policies.Count == 0 || !met.Add(id))
            {
                continue;
            }

            foreach (var policy in policies)
            {
                counts[policy] = counts.GetValueOrDefault(policy) + 1;
            }

            if (met.Count == MostAccounts)
            {
                break;
            }
        }

        return new(met.Count, [.. counts.Select(count => new TeamsPolicyCount(count.Key.Type, count.Key.Name, count.Value))
            .OrderBy(count => count.PolicyType, StringComparer.Ordinal).ThenBy(count => count.Name, StringComparer.Ordinal)]);
    }

    private static List<(string Type, string Name)> Policies(JsonElement account) =>
    [
        .. (from assignment in account.List("effectivePolicyAssignments")
            let type = assignment.OptionalText("policyType")
            let name = assignment.OptionalObject("policyAssignment")?.OptionalText("displayName")
            where type is not null && name is not null
            select (type, name)).Distinct(),
    ];
}
