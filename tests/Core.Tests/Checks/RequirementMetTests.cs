using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class RequirementMetTests
{
    private static readonly UserFacts With = Person.Member().With(Plans.Teams);
    private static readonly UserFacts Unclear = Person.Member().With(Plans.Teams, CapabilityStatus.Unrecognised);

    [Fact]
    public void Everybody_has_it()
    {
        var result = Met([With, With]);

        Assert.Equal((CheckOutcome.Pass, "All is well with Microsoft Teams for 2 members."), (result.Outcome, result.Sentence));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData(1, "1 of 3 members can't use Microsoft Teams.", "1 member")]
    [InlineData(2, "2 of 4 members can't use Microsoft Teams.", "2 members")]
    [InlineData(1_200, "1,200 of 1,202 members can't use Microsoft Teams.", "1,200 members")]
    public void Somebody_lacks_it(int lacking, string sentence, string subject)
    {
        var result = Met([With, With, .. lacking.Times(Person.Member())]);

        Assert.Equal((CheckOutcome.Fail, sentence), (result.Outcome, result.Sentence));
        Assert.Equal(
            new Finding(subject, "can't use Microsoft Teams", "Microsoft Teams is on", "Assign Microsoft Teams.", "License Administrator"),
            Assert.Single(result.Findings));
    }

    [Fact]
    public void Only_unclear_people_stand_in_the_way()
    {
        var result = Met([With, Unclear]);

        Assert.Equal(CheckOutcome.Unknown, result.Outcome);
        Assert.Equal("For 1 member, Microsoft Teams is in a state that this version doesn't know.", result.Sentence);
    }

    [Fact]
    public void Unclear_people_arent_counted_as_lacking() =>
        Assert.Equal("1 of 4 members can't use Microsoft Teams.", Met([With, Unclear, Unclear, Person.Member()]).Sentence);

    [Fact]
    public void Disabled_accounts_and_guests_are_out_of_scope() => Assert.Equal(
        "All is well with Microsoft Teams for 1 member.",
        Met([With, Person.Member() with { AccountEnabled = false }, Person.Guest()]).Sentence);

    [Fact]
    public void Accounts_that_dont_say_whether_they_may_sign_in_or_who_they_are_stay_in_scope() => Assert.Equal(
        "2 of 2 members can't use Microsoft Teams.",
        Met([Person.Member() with { AccountEnabled = null }, Person.Member() with { UserType = null }]).Sentence);

    [Theory]
    [InlineData("members", "The tenant has no enabled member.")]
    [InlineData("guests", "The tenant has no enabled guest.")]
    [InlineData("everyone", "The tenant has no enabled person.")]
    public void Nobody_is_in_scope(string audience, string sentence)
    {
        var result = ACheck.Run("requirement-met", APopulation.Of(), requirement: "teams", audience: audience);

        Assert.Equal((CheckOutcome.NotApplicable, sentence), (result.Outcome, result.Sentence));
    }

    [Fact]
    public void Guests_are_counted_when_the_playbook_asks_for_guests() => Assert.Equal(
        "1 of 1 guest can't use Microsoft Teams.",
        ACheck.Run("requirement-met", APopulation.Of([With, Person.Guest()]), requirement: "teams", audience: "guests").Sentence);

    [Fact]
    public void Of_several_requirements_a_person_needs_all_and_each_has_its_finding()
    {
        var result = ACheck.Run(
            "requirement-met",
            APopulation.Of([With, Person.Member().With(Plans.Teams, Plans.Mesh), Person.Member()]),
            requirement: "teams, mesh");

        Assert.Equal("2 of 3 members can't use at least one of Microsoft Teams and the Mesh plan.", result.Sentence);
        Assert.Equal(
            ["can't use Microsoft Teams", "can't use the Mesh plan"],
            result.Findings.Select(finding => finding.Is));
    }

    [Fact]
    public void People_that_could_not_be_read_leave_it_unknown()
    {
        var result = ACheck.Run("requirement-met", ATenant.NoConsent, requirement: "teams");

        Assert.Equal((CheckOutcome.Unknown, "The people could not be read. Consent is missing."), (result.Outcome, result.Sentence));
    }

    private static CheckResult Met(IEnumerable<UserFacts> people) =>
        ACheck.Run("requirement-met", APopulation.Of(people), requirement: "teams");
}
