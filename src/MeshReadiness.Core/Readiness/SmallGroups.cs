using System.Collections.Immutable;

namespace MeshReadiness.Core.Readiness;

/// <summary>
/// Keeps numbers by group from telling about single people: groups of fewer than five are shown as one. Pure, and doing it
/// twice is the same as doing it once.
/// </summary>
public static class SmallGroups
{
    /// <summary>How many people a group needs to be shown on its own.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// Shows small groups as one. Were that a single group, or fewer than five people still, the next smallest joins them,
    /// so that nobody finds a small group by taking the others from the total. Only a tenant that has no more people than
    /// that ends in a row with fewer.
    /// </summary>
    /// <param name="groups">The groups of one dimension; those that stay keep their order, the merged one comes last.</param>
    /// <param name="overlap">Whether one person can be in several groups, as with products; then the sum of small ones could be the same few people.</param>
    public static ImmutableArray<ReadinessGroup> Merge(ImmutableArray<ReadinessGroup> groups, bool overlap)
    {
        var bySize = groups.OrderBy(group => group.People).ThenBy(group => group.Value, StringComparer.Ordinal).ToList();
        var taken = bySize.TakeWhile(group => group.People < Fewest).Count();

        if (taken == 0)
        {
            return groups;
        }

        while (taken < bySize.Count && !IsEnough(bySize.Take(taken), overlap))
        {
            taken++;
        }

        var together = bySize.Take(taken).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. groups.Where(group => !together.Contains(group)), Sum(bySize[..taken])];
    }

    // A single small group never is.
    private static bool IsEnough(IEnumerable<ReadinessGroup> together, bool overlap)
    {
        var sizes = together.Select(group => group.People).ToList();
        return (overlap ? sizes.Max() : sizes.Sum()) >= Fewest;
    }

    private static ReadinessGroup Sum(List<ReadinessGroup> together) => new(
        null,
        Sum(together.Select(group => group.Anyone)),
        [.. together.SelectMany(group => group.Experiences).GroupBy(counts => counts.ExperienceId)
            .Select(same => new ExperienceCounts(same.Key, Sum(same.Select(counts => counts.Counts))))],
        together.Sum(group => Math.Max(1, group.Merged)));

    private static VerdictCounts Sum(IEnumerable<VerdictCounts> counts) => counts.Aggregate(
        new VerdictCounts(0, 0, 0, 0),
        (sum, one) => new(sum.Ready + one.Ready, sum.NotReady + one.NotReady, sum.Unknown + one.Unknown, sum.NotApplicable + one.NotApplicable));
}
