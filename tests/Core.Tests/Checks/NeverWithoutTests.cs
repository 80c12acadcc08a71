using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class NeverWithoutTests
{
    private static readonly UserFacts Stranded = Person.Member().With(Plans.Mesh);
    private static readonly UserFacts Fine = Person.Member().With(Plans.Mesh, Plans.Teams);

    [Fact]
    public void Everybody_with_the_one_has_the_other()
    {
        var result = Run([Fine, Person.Member()]);

        Assert.Equal((CheckOutcome.Pass, "Everybody who holds a plan that needs Microsoft Teams has it."), (result.Outcome, result.Sentence));
    }

    [Theory]
    [InlineData(1, "1 member with plans that are of no use without Microsoft Teams.")]
    [InlineData(2, "2 members with plans that are of no use without Microsoft Teams.")]
    public void Somebody_has_the_one_without_the_other(int stranded, string sentence)
    {
        var result = Run([Fine, .. stranded.Times(Stranded)]);

        Assert.Equal((CheckOutcome.Fail, sentence), (result.Outcome, result.Sentence));
        Assert.Equal("without Microsoft Teams", Assert.Single(result.Findings).Is);
    }

    [Fact]
    public void Of_several_needed_ones_each_missing_one_has_its_finding()
    {
        var result = Run([Stranded, Fine], "teams,storage");

        Assert.Equal("2 members with plans that are of no use without Microsoft Teams and storage in SharePoint or OneDrive.", result.Sentence);
        Assert.Equal(["1 member", "2 members"], result.Findings.Select(finding => finding.Subject));
    }

    [Fact]
    public void Any_of_the_useless_plans_counts() => Assert.Equal(
        CheckOutcome.Fail, Run([Person.Member().With(Plans.OneDrive)], uselessWithout: "mesh, storage").Outcome);

    [Fact]
    public void An_unclear_state_proves_nothing()
    {
        var result = Run([Stranded.With(Plans.Teams, CapabilityStatus.Unrecognised), Fine]);

        Assert.Equal(CheckOutcome.Unknown, result.Outcome);
        Assert.Equal("For 1 member, Microsoft Teams is in a state that this version doesn't know.", result.Sentence);
    }

    [Fact]
    public void Nobody_holds_such_a_plan()
    {
        var result = Run([Person.Member().With(Plans.Teams)]);

        Assert.Equal((CheckOutcome.NotApplicable, "Nobody holds a plan that needs Microsoft Teams."), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void People_that_could_not_be_read_leave_it_unknown() => Assert.Equal(
        CheckOutcome.Unknown, ACheck.Run("requirement-never-without", ATenant.NoConsent, requirement: "teams", uselessWithout: "mesh").Outcome);

    private static CheckResult Run(IEnumerable<UserFacts> people, string requirement = "teams", string uselessWithout = "mesh") =>
        ACheck.Run("requirement-never-without", APopulation.Of(people), requirement: requirement, uselessWithout: uselessWithout);
}
