using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class NotSwitchedOffTests
{
    private static readonly UserFacts SwitchedOff = Person.Member().Holding(Products.Suite, Plans.Teams);

    [Fact]
    public void Nobody_has_it_switched_off()
    {
        var result = Run([Person.Member(), Person.Member().With(Plans.Teams)]);

        Assert.Equal((CheckOutcome.Pass, "No admin has switched off Microsoft Teams for any of 2 members."), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void Somebody_has_it_switched_off()
    {
        var result = Run([SwitchedOff, Person.Member()]);

        Assert.Equal((CheckOutcome.Fail, "For 1 of 2 members an admin has switched off Microsoft Teams."), (result.Outcome, result.Sentence));
        Assert.Equal("Microsoft Teams is on wherever a licence carries it", Assert.Single(result.Findings).ShouldBe);
    }

    [Fact]
    public void As_many_unclear_people_as_wrong_ones_dont_make_it_unknown() =>
        Assert.Equal(CheckOutcome.Fail, Run([SwitchedOff, Person.Member().With(Plans.Teams, CapabilityStatus.Unrecognised)]).Outcome);

    [Fact]
    public void Somebody_with_two_plans_switched_off_counts_once()
    {
        var result = Run([Person.Member().Holding(Products.Suite, Plans.Teams, Plans.SharePoint)], "teams,storage");

        Assert.Equal(
            "For 1 of 1 member an admin has switched off at least one of Microsoft Teams and storage in SharePoint or OneDrive.",
            result.Sentence);
        Assert.Equal(2, result.Findings.Length);
    }

    [Fact]
    public void Several_requirements_pass_together() => Assert.Equal(
        "No admin has switched off Microsoft Teams, the Mesh plan or storage in SharePoint or OneDrive for any of 1 member.",
        Run([Person.Member()], "teams,mesh,storage").Sentence);

    [Fact]
    public void Nobody_is_in_scope() => Assert.Equal(CheckOutcome.NotApplicable, Run([]).Outcome);

    [Fact]
    public void People_that_could_not_be_read_leave_it_unknown() => Assert.Equal(
        CheckOutcome.Unknown, ACheck.Run("requirement-not-switched-off", ATenant.NoConsent, requirement: "teams").Outcome);

    private static CheckResult Run(IEnumerable<UserFacts> people, string requirement = "teams") =>
        ACheck.Run("requirement-not-switched-off", APopulation.Of(people), requirement: requirement);
}
