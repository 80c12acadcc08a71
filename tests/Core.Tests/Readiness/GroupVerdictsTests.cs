using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Readiness;

public sealed class GroupVerdictsTests
{
    private static readonly EligibilityRules Rules = ATenant.Rules();
    private static readonly Gen<(UserFacts Person, string Department)[]> Staff =
        Gen.Select(Generate.Person, Gen.OneOf("", "Sales", "sales", "Ärzte")).Array[0, 60];

    [Fact]
    public void They_are_those_of_a_recount_person_by_person() => Staff.Sample(staff =>
    {
        var groups = GroupVerdicts.Of(Counted(staff), Rules);

        foreach (var group in groups)
        {
            var own = staff.Where(one => one.Department == group.Value).Select(one => VerdictOf(one.Person, group.ExperienceId)).ToList();
            int Count(Verdict verdict) => own.Count(one => one == verdict);

            Assert.Equal(new(Count(Verdict.Ready), Count(Verdict.NotReady), Count(Verdict.Unknown), Count(Verdict.NotApplicable)), group.Counts);
        }

        var experiences = SmallPlaybook.It.Experiences.Select(experience => experience.Id).Append(ReasonCount.Anywhere).ToList();
        Assert.Equal(
            staff.Select(one => one.Department).Distinct().Order(StringComparer.Ordinal)
                .SelectMany(department => experiences.Order(StringComparer.Ordinal).Select(id => (department, id))),
            groups.Select(group => (group.Value, group.ExperienceId)));
    });

    [Fact]
    public void How_the_counts_are_split_makes_no_difference() => Staff.Sample(staff =>
    {
        var merged = Counted(staff).GroupBy(count => (count.Value, count.Footprint))
            .Select(group => group.First() with { People = group.Sum(count => count.People) });

        Assert.Equal(GroupVerdicts.Of(Counted(staff), Rules), GroupVerdicts.Of(merged.Reverse(), Rules));
    });

    [Fact]
    public void The_same_value_by_another_dimension_is_another_group() => Assert.Equal(
        2,
        GroupVerdicts.Of(
            [
                new(Dimension.Department, "Chile", Rules.FootprintOf(Person.Member()), 3),
                new(Dimension.Country, "Chile", Rules.FootprintOf(Person.Member()), 4),
            ],
            Rules).Count(group => group.ExperienceId == "meet"));

    private static IEnumerable<GroupCount> Counted((UserFacts Person, string Department)[] staff) =>
        staff.Select(one => new GroupCount(Dimension.Department, one.Department, Rules.FootprintOf(one.Person), 1));

    private static Verdict VerdictOf(UserFacts person, string experienceId)
    {
        var own = SmallPlaybook.It.Experiences.ToDictionary(experience => experience.Id, experience => NaiveOf(person, experience));

        return experienceId != ReasonCount.Anywhere ? own[experienceId]
            : new[] { Verdict.Ready, Verdict.Unknown, Verdict.NotReady, Verdict.NotApplicable }.First(own.ContainsValue);
    }

    private static Verdict NaiveOf(UserFacts person, Core.Playbooks.Experience experience) =>
        Eligibility.NaiveVerdicts.For(person, experience).Verdict;
}
