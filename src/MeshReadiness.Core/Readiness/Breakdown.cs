using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Core.Readiness;

/// <summary>By what a population can be taken apart.</summary>
public enum Dimension
{
    /// <summary>By department, as the directory spells it.</summary>
    Department,

    /// <summary>By country, as the directory spells it.</summary>
    Country,

    /// <summary>By office, building or site (<c>officeLocation</c>), as the directory spells it.</summary>
    Office,

    /// <summary>Members and guests.</summary>
    UserType,

    /// <summary>By product held; a person with two products counts under both.</summary>
    Product,
}

/// <summary>How many people with one footprint belong to one group.</summary>
/// <param name="Dimension">By what the group is made.</param>
/// <param name="Value">The group: a department, a country, an office, a user type's name, or a product's id; empty for people without one.</param>
/// <param name="Footprint">What decides about these people.</param>
/// <param name="People">How many.</param>
public sealed record GroupCount(Dimension Dimension, string Value, Footprint Footprint, int People);

/// <summary>The verdicts on one experience in one group.</summary>
/// <param name="Dimension">By what the group is made.</param>
/// <param name="Value">The group; empty for people without one.</param>
/// <param name="ExperienceId">The experience, or <see cref="ReasonCount.Anywhere"/> for the best that each person can do.</param>
/// <param name="Counts">The people of the group by verdict.</param>
public sealed record GroupVerdicts(Dimension Dimension, string Value, string ExperienceId, VerdictCounts Counts)
{
    /// <summary>Adds up counted footprints by group and experience.</summary>
    public static ImmutableArray<GroupVerdicts> Of(IEnumerable<GroupCount> counts, EligibilityRules rules)
    {
        var judged = new Dictionary<Footprint, ImmutableArray<ExperienceVerdict>>();
        var sums = new Dictionary<(Dimension, string, string), int[]>();

        foreach (var count in counts)
        {
            if (!judged.TryGetValue(count.Footprint, out var verdicts))
            {
                judged[count.Footprint] = verdicts = rules.Judge(count.Footprint);
            }

            Add(count, ReasonCount.Anywhere, ReadinessReport.Best(verdicts));

            foreach (var verdict in verdicts)
            {
                Add(count, verdict.ExperienceId, verdict.Verdict);
            }
        }

        return [.. sums
            .OrderBy(sum => sum.Key.Item1).ThenBy(sum => sum.Key.Item2, StringComparer.Ordinal).ThenBy(sum => sum.Key.Item3, StringComparer.Ordinal)
            .Select(sum => new GroupVerdicts(sum.Key.Item1, sum.Key.Item2, sum.Key.Item3, new(
                sum.Value[(int)Verdict.Ready], sum.Value[(int)Verdict.NotReady],
                sum.Value[(int)Verdict.Unknown], sum.Value[(int)Verdict.NotApplicable])))];

        void Add(GroupCount count, string experienceId, Verdict verdict)
        {
            var key = (count.Dimension, count.Value, experienceId);

            if (!sums.TryGetValue(key, out var sum))
            {
                sums[key] = sum = new int[Enum.GetValues<Verdict>().Length];
            }

            sum[(int)verdict] += count.People;
        }
    }
}
