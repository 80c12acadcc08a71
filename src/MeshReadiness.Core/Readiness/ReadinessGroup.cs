using System.Collections.Immutable;

namespace MeshReadiness.Core.Readiness;

/// <summary>One group of people with its verdicts, or several small ones shown as one.</summary>
/// <param name="Value">The group as the tenant has it, empty for people without one; <see langword="null"/> for small ones shown as one.</param>
/// <param name="Anyone">Its people by the best verdict that they have.</param>
/// <param name="Experiences">Its people by verdict for each experience, in the order that was asked for.</param>
/// <param name="Merged">How many groups are shown as one here; 0 for a group that is shown on its own.</param>
public sealed record ReadinessGroup(string? Value, VerdictCounts Anyone, ImmutableArray<ExperienceCounts> Experiences, int Merged = 0)
{
    /// <summary>Everybody in it, also those whom an experience isn't for.</summary>
    public int People => Anyone.Audience + Anyone.NotApplicable;

    /// <summary>Puts the verdicts of one dimension together by group.</summary>
    /// <param name="verdicts">The verdicts by group and experience.</param>
    /// <param name="experiences">The experiences to tell of, in this order.</param>
    public static ImmutableArray<ReadinessGroup> Of(IEnumerable<GroupVerdicts> verdicts, IReadOnlyList<string> experiences) =>
        [.. verdicts.GroupBy(one => one.Value, StringComparer.Ordinal).Select(group =>
        {
            var counts = group.ToDictionary(one => one.ExperienceId, one => one.Counts);

            return new ReadinessGroup(
                group.Key,
                counts[ReasonCount.Anywhere],
                [.. experiences.Where(counts.ContainsKey).Select(id => new ExperienceCounts(id, counts[id]))]);
        })];
}
