using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads who holds a role, and who could activate one where the tenant has Privileged Identity Management. Groups that hold a
/// role are resolved, nested ones too.
/// </summary>
/// <param name="graph">Which Graph.</param>
/// <param name="asked">The template ids of the roles that matter; in capitals or not.</param>
internal sealed class RoleReading(GraphAccess graph, IEnumerable<string> asked)
{
    private readonly FrozenSet<string> _asked = asked.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<(string Id, string? Name)>> _members = [];

    public async Task<Result<RoleFacts>> ReadAsync(CancellationToken cancellationToken)
    {
        var active = await ReadAsync(GraphPermissions.Roles, GraphPermissions.RoleGroups, isEligible: false, cancellationToken);

        if (!active.Succeeded)
        {
            return active.Problem;
        }

        var eligible = await ReadAsync(GraphPermissions.EligibleRoles, GraphPermissions.RoleGroups, isEligible: true, cancellationToken);

        // What passes by itself would leave the roles half read for no reason that lasts.
        return eligible.TryGet(out var more) ? new RoleFacts([.. active.Value, .. more], null)
            : eligible.Problem.CanRetry ? eligible.Problem
            : new RoleFacts(active.Value, eligible.Problem);
    }

    /// <summary>Those that hold a role at this moment: what could be activated doesn't count for policies before it is.</summary>
    public Task<Result<ImmutableArray<RoleHolder>>> ReadForPoliciesAsync(CancellationToken cancellationToken) => _asked.Count == 0
        ? Task.FromResult<Result<ImmutableArray<RoleHolder>>>(ImmutableArray<RoleHolder>.Empty)
        : ReadAsync(GraphPermissions.PolicyRoles, GraphPermissions.PolicyGroups, isEligible: false, cancellationToken);

    private async Task<Result<ImmutableArray<RoleHolder>>> ReadAsync(
        GraphPermission call, GraphPermission members, bool isEligible, CancellationToken cancellationToken)
    {
        var path = call.Endpoint.Contains('?', StringComparison.Ordinal) ? call.Endpoint : call.Endpoint + "?$expand=principal";
        var read = await GraphProblems.CatchAsync(
            call,
            async () => (await RawPages.ReadAllAsync(graph, path, "id", Read, cancellationToken)).Where(one => _asked.Contains(one.RoleId)).ToList(),
            cancellationToken);

        return read.TryGet(out var assignments)
            ? await GraphProblems.CatchAsync(members, () => ResolveAsync(assignments, isEligible, cancellationToken), cancellationToken)
            : read.Problem;
    }

    private async Task<ImmutableArray<RoleHolder>> ResolveAsync(List<Held> assignments, bool isEligible, CancellationToken cancellationToken)
    {
        var holders = ImmutableArray.CreateBuilder<RoleHolder>();

        foreach (var one in assignments)
        {
            var people = one.IsGroup ? await MembersAsync(one.PrincipalId, cancellationToken) : [(one.PrincipalId, one.Name)];
            holders.AddRange(people.Select(person => new RoleHolder(one.RoleId, person.Id, person.Name, one.IsTenantWide, isEligible)));
        }

        return holders.DrainToImmutable();
    }

    private async Task<List<(string Id, string? Name)>> MembersAsync(string group, CancellationToken cancellationToken)
    {
        if (!_members.TryGetValue(group, out var members))
        {
            members = [];
            var path = $"/groups/{Uri.EscapeDataString(group)}/transitiveMembers/microsoft.graph.user?$select=id,displayName&$count=true&$top=999";
            var index = 0;

            await foreach (var member in RawPages.ReadAdvancedAsync(graph, path, cancellationToken))
            {
                members.Add(member.Inside(index++, user => (user.NeededText("id"), user.OptionalText("displayName"))));
            }

            _members[group] = members = [.. members.DistinctBy(member => member.Id)];
        }

        return members;
    }

    private static Held Read(JsonElement item)
    {
        var principal = item.OptionalObject("principal");

        return new(
            item.NeededText("roleDefinitionId").ToLowerInvariant(),
            item.NeededText("principalId"),
            principal?.OptionalText("displayName"),
            principal?.OptionalText("@odata.type") is "#microsoft.graph.group",
            item.OptionalText("directoryScopeId") is null or "/");
    }

    private sealed record Held(string RoleId, string PrincipalId, string? Name, bool IsGroup, bool IsTenantWide);
}
