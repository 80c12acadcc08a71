using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>A group of a person that matters here: it gives licences, or the right to create groups.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Gives">What it gives, each in a few words.</param>
/// <param name="IsDirect">Whether the person is a direct member; <see langword="null"/> when not known.</param>
internal sealed record GroupLine(string Id, string Name, ImmutableArray<string> Gives, bool? IsDirect)
{
    /// <summary>The groups that matter, by name. Where memberships weren't read, those that licences came through are known all the same.</summary>
    public static ImmutableArray<GroupLine> All(PersonFacts person, SnapshotView snapshot, ProductCatalogue catalogue)
    {
        var tenant = snapshot.Tenant;
        var known = tenant.Groups.TryGet(out var told) ? told.ToDictionary(group => group.Id, StringComparer.OrdinalIgnoreCase) : [];
        var makers = tenant.Inventory.GroupCreation.TryGet(out var creation) && !creation.IsOpen ? creation.AllowedGroupId : null;
        var direct = person.DirectGroups.TryGet(out var first) ? first : null;
        var through = person.User.LicenseAssignmentStates.Select(state => state.AssignedByGroup).OfType<string>();
        var ids = person.Groups.TryGet(out var all) ? all.Groups.Select(group => group.Id).Concat(through) : through;

        return
        [
            .. ids.Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(id => new GroupLine(
                    id,
                    GroupNames.Find(id, person, tenant),
                    [
                        .. Products(id, all, known).Select(sku => snapshot.ProductName(sku, catalogue)).Order(StringComparer.Ordinal),
                        .. id.Equals(makers, StringComparison.OrdinalIgnoreCase) ? ImmutableArray.Create("May create Microsoft 365 groups") : [],
                    ],
                    direct?.Has(id)))
                .Where(line => !line.Gives.IsEmpty || through.Contains(line.Id, StringComparer.OrdinalIgnoreCase))
                .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static ImmutableArray<Guid> Products(string id, MembershipFacts? all, Dictionary<string, GroupFacts> known) =>
        all?.Groups.FirstOrDefault(group => group.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { AssignedSkuIds: { IsEmpty: false } own } ? own
        : known.GetValueOrDefault(id)?.AssignedSkuIds ?? [];
}
