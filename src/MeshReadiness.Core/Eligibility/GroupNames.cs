using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>What groups are called, as far as anybody told.</summary>
public static class GroupNames
{
    /// <summary>The name from the person's own groups or the tenant's; the id where nobody tells a name.</summary>
    public static string Find(string groupId, PersonFacts person, TenantFacts tenant) =>
        (person.Groups.TryGet(out var all) ? all.Groups : [])
            .Concat(person.DirectGroups.TryGet(out var direct) ? direct.Groups : [])
            .Concat(tenant.Groups.TryGet(out var groups) ? groups : [])
            .FirstOrDefault(group => group.Id.Equals(groupId, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(group.DisplayName))
            ?.DisplayName ?? groupId;
}
