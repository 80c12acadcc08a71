using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>
/// Who is in the groups and holds the roles that policies name, worked out from each person upwards: Graph's answers go the
/// other way, from the group down.
/// </summary>
internal static class MemberExpectations
{
    public static object Of(Tenant tenant)
    {
        var groups = Named(tenant, "Groups").ToDictionary(id => id, _ => new List<Guid>());
        var roles = Named(tenant, "Roles").ToDictionary(id => id, _ => new List<Guid>());

        var held = tenant.Roles.Assignments().Where(one => one.Scope == "/").ToList();

        foreach (var (_, person) in tenant.People.From(0))
        {
            var within = tenant.Groups.AllGroupsOf(person).Select(group => group.Id).ToHashSet();

            foreach (var group in within.Where(id => groups.ContainsKey(id.ToString())))
            {
                groups[group.ToString()].Add(person.Id);
            }

            foreach (var role in RolesOf(person, within, held))
            {
                roles.GetValueOrDefault(role.TemplateId)?.Add(person.Id);
            }
        }

        return new
        {
            Groups = groups.Select(entry => new { Id = entry.Key, DisplayName = tenant.Groups.Find(entry.Key)?.Name, Members = entry.Value }),
            Roles = roles.Select(entry => new { TemplateId = entry.Key, TenantWideHolders = entry.Value }),
        };
    }

    private static IEnumerable<Role> RolesOf(
        Person person, HashSet<Guid> within, IEnumerable<(Role Role, int? Person, Group? Group, string Scope)> held) => held
        .Where(one => one.Person == person.Index || (one.Group is { } group && within.Contains(group.Id)))
        .Select(one => one.Role)
        .Distinct();

    private static IEnumerable<string> Named(Tenant tenant, string kind) => tenant.Policies.All()
        .Select(policy => policy["conditions"]!["users"]!)
        .SelectMany(users => users["include" + kind]!.AsArray().Concat(users["exclude" + kind]!.AsArray()))
        .Select(id => id!.GetValue<string>())
        .Distinct();
}
