using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class ProofTests
{
    [Fact]
    public void A_plan_is_shown_with_its_status_as_sent() =>
        Assert.Equal(["The plan Microsoft Teams is Warning"], Proof("teams:on", Person.Member().With(Plans.Teams, CapabilityStatus.Warning)));

    [Fact]
    public void A_word_that_nobody_knows_is_shown_as_it_came()
    {
        var person = Person.Member().With(Plans.Teams) with { AssignedPlans = [new(Plans.Teams, CapabilityStatus.Unrecognised, "Dormant")] };

        Assert.Equal(["The plan Microsoft Teams is Dormant"], Proof("teams:unclear", person));
    }

    [Fact]
    public void A_plan_that_is_switched_off_is_shown_with_its_product() => Assert.Equal(
        ["Microsoft Teams is switched off in Microsoft 365 E3"],
        Proof("teams:switched-off", Person.Member().Holding(Products.Suite, Plans.Teams, Plans.Other)));

    [Fact]
    public void A_failed_assignment_is_shown_with_its_error() => Assert.Equal(
        ["Microsoft 365 E3 could not be assigned: CountViolation"],
        Proof("teams:assignment-failed", Person.Member().Assigned(Products.Suite, "Error", error: "CountViolation")));

    [Fact]
    public void Without_an_error_s_name_the_state_is_shown() => Assert.Equal(
        ["Microsoft 365 E3 could not be assigned: ActiveWithError"],
        Proof("teams:assignment-failed", Person.Member().Assigned(Products.Suite, "ActiveWithError")));

    [Fact]
    public void A_missing_plan_is_proven_by_what_the_person_holds()
    {
        Assert.Equal(["Holds TEAMS_PREMIUM"], Proof("teams:missing", Person.Member().Holding(Products.Premium)));
        Assert.Equal(["Holds no licence at all"], Proof("teams:missing", Person.Member()));
    }

    [Theory]
    [InlineData(true, "account-enabled", "accountEnabled is true")]
    [InlineData(false, "account-disabled", "accountEnabled is false")]
    [InlineData(null, "account-unknown", "accountEnabled is not set")]
    public void The_account_is_proven_by_its_flag(bool? enabled, string code, string expected) =>
        Assert.Equal([expected], Proof(code, Person.Member() with { AccountEnabled = enabled }));

    private static IEnumerable<string> Proof(string code, UserFacts person) =>
        ATenant.Rules().Explain(person)[0].Reasons.Single(reason => reason.Code == code).Proof.Select(fact => fact.Text);
}
