using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>What a person is in of what policies name, worked out from the person upwards: Graph's answers go the other way, from the group down.</summary>
internal sealed class PolicyPlaces(Tenant tenant)
{
    private readonly HashSet<string> _groups = [.. Named(tenant, "Groups")], _roles = [.. Named(tenant, "Roles")], _users = [.. Named(tenant, "Users")];
    private readonly List<(Role Role, int? Person, Group? Group, string Scope)> _held = [.. tenant.Roles.Assignments().Where(one => one.Scope == "/")];

    /// <summary>The groups that policies name.</summary>
    public IEnumerable<string> Groups => _groups;

    /// <summary>The template ids of the roles that policies name.</summary>
    public IEnumerable<string> Roles => _roles;

    public PolicyPlace Of(Person person)
    {
        var within = tenant.Groups.AllGroupsOf(person).Select(group => group.Id).ToHashSet();
        var roles = _held.Where(one => one.Person == person.Index || (one.Group is { } group && within.Contains(group.Id))).Select(one => one.Role.TemplateId);
        return new(
            [.. within.Select(id => id.ToString()).Where(_groups.Contains).Order(StringComparer.Ordinal)],
            [.. roles.Where(_roles.Contains).Distinct().Order(StringComparer.Ordinal)],
            _users.Contains(person.Id.ToString()) ? person.Id.ToString() : null);
    }

    private static IEnumerable<string> Named(Tenant tenant, string kind) => tenant.Policies.All()
        .Select(policy => policy["conditions"]!["users"]!)
        .SelectMany(users => List(users["include" + kind]).Concat(List(users["exclude" + kind])))
        .Select(id => id!.GetValue<string>());

    private static JsonArray List(JsonNode? node) => node as JsonArray ?? [];
}

/// <summary>What a person is in of what policies name.</summary>
/// <param name="Groups">Object ids of groups, nested ones too.</param>
/// <param name="Roles">Template ids of roles that are held for the whole tenant.</param>
/// <param name="Id">The person's object id, when a policy names it.</param>
internal sealed record PolicyPlace(IReadOnlyList<string> Groups, IReadOnlyList<string> Roles, string? Id)
{
    /// <summary>A text that is the same for people whom policies can't tell apart.</summary>
    public string Signature => $"{string.Join(',', Groups)};{string.Join(',', Roles)};{Id}";
}
