using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>What is asked about groups, and which of them matter.</summary>
internal static class GroupQueries
{
    public const string Properties = "id,displayName,groupTypes,assignedLicenses,licenseProcessingState,hasMembersWithLicenseErrors";

    public static Uri All(GraphAccess graph) => graph.Address($"/groups?$select={Properties}&$top=999");

    public static Uri Mark(GraphAccess graph) => graph.Address($"/groups/delta?$select={Properties}&$deltatoken=latest");

    /// <summary>One group, for a batch.</summary>
    public static string One(string id) => $"/groups/{Uri.EscapeDataString(id)}?$select={Properties}";

    /// <summary>Whether the group gives licences, fails at it, or is named elsewhere.</summary>
    public static bool Matter(this GroupFacts group, IReadOnlySet<string> named) =>
        !group.AssignedSkuIds.IsEmpty || group.HasMembersWithLicenseErrors || named.Contains(group.Id);

    /// <summary>The same groups in the same order, whichever way they were read.</summary>
    public static ImmutableArray<GroupFacts> InOrder(this IEnumerable<GroupFacts> groups) =>
        [.. groups.OrderBy(group => group.Id, StringComparer.Ordinal)];
}
