using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Counts people one by one, as slowly and plainly as possible.</summary>
internal static class NaiveCounts
{
    public static PeopleChanges Changes(IReadOnlyDictionary<string, UserFacts> before, IReadOnlyDictionary<string, UserFacts> after) => new(
        after.Keys.Except(before.Keys).Count(),
        after.Count(person => before.TryGetValue(person.Key, out var was) && was != person.Value),
        before.Keys.Except(after.Keys).Count());

    public static IEnumerable<GroupVerdicts> Breakdown(IEnumerable<UserFacts> people, EligibilityRules rules, Dimension dimension)
    {
        var judged = people.Select(person => (Values: Values(person, dimension), Verdicts: rules.Explain(person))).ToList();

        foreach (var value in judged.SelectMany(one => one.Values).Distinct().Order(StringComparer.Ordinal))
        {
            var own = judged.Where(one => one.Values.Contains(value)).ToList();

            foreach (var experience in TestPlaybook.Playbook.Experiences.Select(experience => experience.Id).Append(ReasonCount.Anywhere).Order(StringComparer.Ordinal))
            {
                var verdicts = own.Select(one => experience == ReasonCount.Anywhere
                    ? ReadinessReport.Best(one.Verdicts)
                    : one.Verdicts.Single(verdict => verdict.ExperienceId == experience).Verdict).ToList();
                int Count(Verdict verdict) => verdicts.Count(one => one == verdict);
                yield return new(dimension, value, experience,
                    new(Count(Verdict.Ready), Count(Verdict.NotReady), Count(Verdict.Unknown), Count(Verdict.NotApplicable)));
            }
        }
    }

    private static string[] Values(UserFacts person, Dimension dimension) => dimension switch
    {
        Dimension.Department => [person.Department ?? ""],
        Dimension.Country => [person.Country ?? ""],
        Dimension.Office => [person.OfficeLocation ?? ""],
        Dimension.UserType => [person.UserType?.ToString() ?? ""],
        _ => [.. person.AssignedLicenses.Select(licence => licence.SkuId.ToString()).Distinct()],
    };
}
