using CsCheck;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class FootprintTests
{
    private static readonly EligibilityRules Rules = ATenant.Rules();

    [Fact]
    public void The_verdict_by_footprint_is_the_verdict_by_facts() => Generate.Person.Sample(person =>
    {
        var verdicts = Rules.Judge(Rules.FootprintOf(person));

        foreach (var (verdict, experience) in verdicts.Zip(SmallPlaybook.It.Experiences))
        {
            var expected = NaiveVerdicts.For(person, experience);

            Assert.Equal(expected.Verdict, verdict.Verdict);
            Assert.Equal(expected.Codes.Order(), verdict.Reasons.Select(reason => reason.Code).Order());
        }
    });

    [Fact]
    public void Equal_footprints_get_equal_verdicts() => Generate.People.Sample(people =>
    {
        foreach (var alike in people.GroupBy(Rules.FootprintOf))
        {
            Assert.Single(alike.Select(Words).Distinct());
        }
    });

    [Fact]
    public void An_explanation_says_the_same_as_the_footprint_and_adds_the_proof() => Generate.Person.Sample(person =>
    {
        var explained = Rules.Explain(person);

        Assert.Equal(Words(person), Words(explained));
        Assert.All(explained.SelectMany(verdict => verdict.Reasons).Where(reason => !reason.Code.StartsWith("not-evaluated", StringComparison.Ordinal)), reason => Assert.NotEmpty(reason.Proof));
    });

    [Fact]
    public void A_footprint_gives_back_every_standing_that_went_in()
    {
        ImmutableArray<PlanStanding> standings = [.. Enum.GetValues<PlanStanding>()];

        var footprint = Footprint.Of(UserType.Member, true, standings);

        Assert.Equal(standings, Enumerable.Range(0, standings.Length).Select(footprint.Read));
    }

    private static string Words(UserFacts person) => Words(Rules.Judge(Rules.FootprintOf(person)));

    private static string Words(ImmutableArray<ExperienceVerdict> verdicts) => string.Join('\n', verdicts.Select(verdict =>
        $"{verdict.ExperienceId} {verdict.Verdict}: {string.Join(' ', verdict.Reasons.Select(reason => reason.Sentence))}"));
}
