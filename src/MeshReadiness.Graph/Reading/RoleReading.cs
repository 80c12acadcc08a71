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
internal sealed class RoleReading(GraphAccess graph)
{
    private static readonly ImmutableHashSet<string> Asked =
        DirectoryRoles.TemplateIds.Values.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<(string Id, string? Name)>> _members = [];

    public async Task<Result<RoleFacts>> ReadAsync(CancellationToken cancellationToken)
    {
        var active = await ReadAsync(GraphPermissions.Roles, isEligible: false, cancellationToken);

        if (!active.Succeeded)
        {
            return active.Problem;
        }

        var eligible = await ReadAsync(GraphPermissions.EligibleRoles, isEligible: true, cancellationToken);

        // What passes by itself would leave the roles half read for no reason that lasts.
        return eligible.TryGet(out var more) ? new RoleFacts([.. active.Value, .. more], null)
            : eligible.Problem.CanRetry ? eligible.Problem
            : new RoleFacts(active.Value, eligible.Problem);
    }

    private async Task<Result<ImmutableArray<RoleHolder>>> ReadAsync(GraphPermission call, bool isEligible, CancellationToken cancellationToken)
    {
        var read = await GraphProblems.CatchAsync(
            call,
            async () => (await RawPages.ReadAllAsync(graph, call.Endpoint + "?$expand=principal", "id", Read, cancellationToken))
                .Where(one => Asked.Contains(one.RoleId)).ToList(),
            cancellationToken);

        return read.TryGet(out var assignments)
            ? await GraphProblems.CatchAsync(GraphPermissions.RoleGroups, () => ResolveAsync(assignments, isEligible, cancellationToken), cancellationToken)
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
