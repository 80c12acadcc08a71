using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class InEffectTests
{
    private static readonly UserFacts Served = Person.Member().With(Plans.Teams);

    [Fact]
    public void What_licences_give_has_arrived() => Expect(
        CheckOutcome.Pass, "What licences give of Microsoft Teams has arrived for 2 members.", Run([Served, Person.Member()]));

    [Fact]
    public void Switched_off_is_a_choice_and_not_a_delay() =>
        Assert.Equal(CheckOutcome.Pass, Run([Person.Member().Holding(Products.Suite, Plans.Teams)]).Outcome);

    [Fact]
    public void An_assignment_that_failed_and_a_subscription_that_ended_take_no_effect() => Expect(
        CheckOutcome.Fail, "For 2 of 3 members a licence with Microsoft Teams doesn't take effect.",
        Run([Served, Person.Member().Assigned(Products.Suite, "Error", error: "CountViolation"), Person.Member().With(Plans.Teams, CapabilityStatus.Suspended)]));

    [Fact]
    public void A_state_that_nobody_knows_is_unknown() =>
        Assert.Equal(CheckOutcome.Unknown, Run([Person.Member().With(Plans.Teams, CapabilityStatus.Unrecognised)]).Outcome);

    [Theory]
    [InlineData("QueuedForProcessing", CheckOutcome.Fail)]
    [InlineData("ProcessingInProgress", CheckOutcome.Fail)]
    [InlineData("processingcomplete", CheckOutcome.Pass)]
    [InlineData(null, CheckOutcome.Pass)]
    public void A_group_that_still_gives_out_licences_is_waited_for(string? state, CheckOutcome outcome)
    {
        var result = Run([Served], ATenant.Usual() with { Groups = ImmutableArray.Create(new GroupFacts("g", "LIC", false, [], state, false)) });

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome is CheckOutcome.Fail ? ["LIC"] : [], result.Findings.Select(finding => finding.Subject));
    }

    [Fact]
    public void What_could_not_be_read_is_unknown()
    {
        Expect(CheckOutcome.Unknown, "The groups could not be read. Consent is missing.", Run([Served], ATenant.Usual() with { Groups = ATenant.NoConsent }));
        Expect(
            CheckOutcome.Unknown, "The people could not be read. Consent is missing.",
            ACheck.Run("requirement-in-effect", ATenant.NoConsent, requirement: "teams"));
    }

    [Fact]
    public void Nobody_is_in_scope() => Assert.Equal(CheckOutcome.NotApplicable, Run([]).Outcome);

    private static CheckResult Run(IEnumerable<UserFacts> people, TenantFacts? tenant = null) =>
        ACheck.Run("requirement-in-effect", APopulation.Of(people), tenant, requirement: "teams");

    private static void Expect(CheckOutcome outcome, string sentence, CheckResult result) =>
        Assert.Equal((outcome, sentence), (result.Outcome, result.Sentence));
}
