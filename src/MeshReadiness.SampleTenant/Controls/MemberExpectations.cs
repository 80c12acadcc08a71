using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>Who is in the groups and holds the roles that policies name.</summary>
internal static class MemberExpectations
{
    public static object Of(Tenant tenant)
    {
        var places = new PolicyPlaces(tenant);
        var groups = places.Groups.ToDictionary(id => id, _ => new List<Guid>());
        var roles = places.Roles.ToDictionary(id => id, _ => new List<Guid>());

        foreach (var (_, person) in tenant.People.From(0))
        {
            var place = places.Of(person);

            foreach (var group in place.Groups)
            {
                groups[group].Add(person.Id);
            }

            foreach (var role in place.Roles)
            {
                roles[role].Add(person.Id);
            }
        }

        return new
        {
            Groups = groups.Select(entry => new { Id = entry.Key, DisplayName = tenant.Groups.Find(entry.Key)?.Name, Members = entry.Value }),
            Roles = roles.Select(entry => new { TemplateId = entry.Key, TenantWideHolders = entry.Value }),
        };
    }
}
