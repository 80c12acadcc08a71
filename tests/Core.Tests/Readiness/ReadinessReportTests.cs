using CsCheck;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Readiness;

public sealed class ReadinessReportTests
{
    [Fact]
    public void Counts_add_up_to_everybody() => Generate.People.Sample(people =>
    {
        var report = Make(APopulation.Of(people));

        Assert.Equal(people.Length, Sum(report.Anyone));
        Assert.All(report.Experiences, experience => Assert.Equal(people.Length, Sum(experience.Counts)));
    });

    [Fact]
    public void Counts_are_those_of_judging_person_by_person() => Generate.People.Sample(people =>
    {
        var rules = ATenant.Rules();
        var explained = people.Select(rules.Explain).ToList();

        var report = Make(APopulation.Of(people));

        foreach (var (experience, index) in report.Experiences.Select((experience, index) => (experience, index)))
        {
            Assert.Equal(Recount(explained.Select(verdicts => verdicts[index].Verdict)), experience.Counts);
        }

        Assert.Equal(Recount(explained.Select(ReadinessReport.Best)), report.Anyone);
    });

    [Fact]
    public void Reasons_are_those_of_a_recount() => Generate.People.Sample(people =>
    {
        var rules = ATenant.Rules();
        var expected = people.SelectMany(person => rules.Explain(person))
            .SelectMany(verdict => verdict.Reasons.Select(reason => (verdict.ExperienceId, reason.Code, reason.Verdict)))
            .Where(reason => reason.Verdict is Verdict.NotReady or Verdict.Unknown)
            .CountBy(reason => (reason.ExperienceId, reason.Code))
            .Concat(people
                .SelectMany(person => rules.Explain(person).SelectMany(verdict => verdict.Reasons)
                    .Where(reason => reason.Verdict is Verdict.NotReady or Verdict.Unknown).Select(reason => reason.Code).Distinct())
                .CountBy(code => ("any", code)))
            .ToDictionary();

        var report = Make(APopulation.Of(people));

        Assert.Equal(expected, report.Reasons.ToDictionary(count => (count.ExperienceId, count.Reason.Code), count => count.People));
        Assert.Equal(report.Reasons.OrderByDescending(count => count.People).Select(count => count.People), report.Reasons.Select(count => count.People));
    });

    [Theory]
    [InlineData(Verdict.Ready, Verdict.NotReady, Verdict.Ready)]
    [InlineData(Verdict.NotReady, Verdict.Unknown, Verdict.Unknown)]
    [InlineData(Verdict.NotApplicable, Verdict.NotReady, Verdict.NotReady)]
    [InlineData(Verdict.NotApplicable, Verdict.NotApplicable, Verdict.NotApplicable)]
    public void The_one_number_takes_the_best_that_a_person_can_do(Verdict one, Verdict other, Verdict best) =>
        Assert.Equal(best, ReadinessReport.Best([new("a", one, []), new("b", other, [])]));

    [Fact]
    public void Every_task_with_a_check_is_answered_and_no_other()
    {
        var playbook = SmallPlaybook.It with
        {
            Steps = [new Step(1, "One", "One.", [
                SmallPlaybook.Task("s1-kind", Severity.Blocker, "tenant-kind"), SmallPlaybook.Task("s1-word", Severity.Advice)])],
        };

        var report = ReadinessReport.Make(playbook, ATenant.Usual(), APopulation.Of(), ATenant.Rules(), Products.Table, ATenant.AsOf);

        Assert.Equal(CheckOutcome.Pass, Assert.Single(report.Checks, check => check.Key == "s1-kind").Value.Outcome);
        Assert.Single(report.Checks);
    }

    [Fact]
    public void Without_the_people_nobody_is_counted_as_anything()
    {
        var report = Make(ATenant.NoConsent);

        Assert.Equal(0, Sum(report.Anyone));
        Assert.Null(report.Anyone.ReadyShare);
        Assert.Empty(report.Reasons);
    }

    [Fact]
    public void Those_an_experience_isnt_for_are_no_part_of_its_audience()
    {
        var counts = new VerdictCounts(Ready: 1, NotReady: 2, Unknown: 1, NotApplicable: 96);

        Assert.Equal(4, counts.Audience);
        Assert.Equal(0.25, counts.ReadyShare);
    }

    private static ReadinessReport Make(Result<PopulationFacts> population) =>
        ReadinessReport.Make(SmallPlaybook.It, ATenant.Usual(), population, ATenant.Rules(), Products.Table, ATenant.AsOf);

    private static int Sum(VerdictCounts counts) => counts.Ready + counts.NotReady + counts.Unknown + counts.NotApplicable;

    private static VerdictCounts Recount(IEnumerable<Verdict> verdicts)
    {
        var list = verdicts.ToList();
        int Of(Verdict verdict) => list.Count(item => item == verdict);

        return new(Of(Verdict.Ready), Of(Verdict.NotReady), Of(Verdict.Unknown), Of(Verdict.NotApplicable));
    }
}
