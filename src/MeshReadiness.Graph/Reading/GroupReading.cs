using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads <c>GET /groups</c> page by page and keeps the groups that matter. A server-side filter for "gives licences"
/// is not documented, so the choice is made here; only what is kept stays in memory.
/// </summary>
internal static class GroupReading
{
    private static readonly string[] Properties =
        ["id", "displayName", "groupTypes", "assignedLicenses", "licenseProcessingState", "hasMembersWithLicenseErrors"];

    public static async Task<ImmutableArray<GroupFacts>> ReadAsync(
        GraphServiceClient graph, IReadOnlySet<string> named, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, GroupFacts>();
        var index = 0;
        var request = graph.Groups.ToGetRequestInformation(call =>
        {
            call.QueryParameters.Select = Properties;
            call.QueryParameters.Top = 999;
        });

        await foreach (var group in RawPages.ReadAsync(graph, request, Group.CreateFromDiscriminatorValue, cancellationToken))
        {
            var facts = Map(group, index++);

            if (!facts.AssignedSkuIds.IsEmpty || facts.HasMembersWithLicenseErrors || named.Contains(facts.Id))
            {
                kept.TryAdd(facts.Id, facts);
            }
        }

        return [.. kept.Values.OrderBy(group => group.Id, StringComparer.Ordinal)];
    }

    private static GroupFacts Map(Group group, int index) => new(
        group.Id ?? throw new MalformedAnswerException($"value[{index}].id", "the group's id"),
        group.DisplayName,
        group.GroupTypes?.Contains("Unified") is true,
        [.. (group.AssignedLicenses ?? []).Select(licence =>
            licence.SkuId ?? throw new MalformedAnswerException($"value[{index}].assignedLicenses.skuId", "a GUID"))],
        group.LicenseProcessingState?.State,
        group.HasMembersWithLicenseErrors is true);
}
