using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>A part of the population with its verdicts.</summary>
/// <param name="Value">The department, country, user type or product id as the tenant has it; empty for people without one.</param>
/// <param name="Name">What to call it.</param>
/// <param name="People">Everybody in it, also those whom an experience isn't for.</param>
/// <param name="Anyone">Its people by the best verdict that they have.</param>
/// <param name="Experiences">Its people by verdict for each experience, in the playbook's order.</param>
public sealed record BreakdownGroup(string Value, string Name, int People, VerdictCounts Anyone, ImmutableArray<ExperienceCounts> Experiences)
{
    /// <summary>Its people by their verdict on one experience, or by the best one.</summary>
    public VerdictCounts For(string experienceId) =>
        Experiences.FirstOrDefault(counts => counts.ExperienceId == experienceId)?.Counts ?? Anyone;

    /// <summary>Groups in the order in which a list about one experience shows them: by how many of their people it is for.</summary>
    public static IEnumerable<BreakdownGroup> Ranked(IEnumerable<BreakdownGroup> groups, string experienceId) =>
        groups.OrderByDescending(group => group.For(experienceId).Audience);
}

/// <summary>Takes the population apart, by what the last scan counted.</summary>
public sealed class ReadinessBreakdown(SnapshotStore store, ProductCatalogue catalogue)
{
    /// <summary>The groups of a snapshot, the largest first.</summary>
    public async Task<ImmutableArray<BreakdownGroup>> GroupsAsync(SnapshotView view, Dimension dimension, CancellationToken cancellationToken)
    {
        var verdicts = await store.BreakdownAsync(view.Head.Id, dimension, cancellationToken);
        var order = view.Report.Experiences.Select((counts, index) => (counts.ExperienceId, index)).ToDictionary(item => item.ExperienceId, item => item.index);

        return
        [
            .. verdicts.GroupBy(group => group.Value, StringComparer.Ordinal)
                .Select(group => new BreakdownGroup(
                    group.Key,
                    Name(view, dimension, group.Key),
                    group.First().Counts.Audience + group.First().Counts.NotApplicable,
                    group.First(counts => counts.ExperienceId == ReasonCount.Anywhere).Counts,
                    [.. group.Where(counts => order.ContainsKey(counts.ExperienceId)).OrderBy(counts => order[counts.ExperienceId])
                        .Select(counts => new ExperienceCounts(counts.ExperienceId, counts.Counts))]))
                .OrderByDescending(group => group.People).ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private string Name(SnapshotView view, Dimension dimension, string value) => dimension switch
    {
        Dimension.Product when Guid.TryParse(value, out var skuId) => view.ProductName(skuId, catalogue),
        Dimension.UserType => value switch { nameof(UserType.Member) => "Members", nameof(UserType.Guest) => "Guests", _ => "User type not told" },
        _ => value.Length > 0 ? value : DimensionWords.Without(dimension),
    };
}
