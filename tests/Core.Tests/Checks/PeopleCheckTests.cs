using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class PeopleCheckTests
{
    private static readonly UserFacts Nowhere = Person.Member().Holding(Products.Suite) with { UsageLocation = null };
    private static readonly UserFacts InError = Person.Member().Assigned(Products.Suite, "Error");
    private static readonly UserFacts Invited = Person.Guest() with { Invitation = InvitationState.PendingAcceptance };

    [Theory]
    [InlineData(0, CheckOutcome.Pass, "Everybody with a licence has a usage location.")]
    [InlineData(1, CheckOutcome.Fail, "1 person with a licence but without a usage location.")]
    [InlineData(2, CheckOutcome.Fail, "2 people with a licence but without a usage location.")]
    public void Usage_locations(int without, CheckOutcome outcome, string sentence) =>
        Expect(outcome, sentence, ACheck.Run("usage-location-set", APopulation.Of([Person.Member().Holding(Products.Suite), .. without.Times(Nowhere)])));

    [Fact]
    public void Somebody_without_a_licence_needs_no_usage_location() => Assert.Equal(
        CheckOutcome.Pass, ACheck.Run("usage-location-set", APopulation.Of(Person.Member() with { UsageLocation = null })).Outcome);

    [Theory]
    [InlineData(0, CheckOutcome.Pass, "Nobody has a licence assignment error.")]
    [InlineData(1, CheckOutcome.Fail, "1 person has a licence that could not be assigned.")]
    [InlineData(2, CheckOutcome.Fail, "2 people have a licence that could not be assigned.")]
    public void Assignment_errors(int inError, CheckOutcome outcome, string sentence) =>
        Expect(outcome, sentence, ACheck.Run("licence-errors-clear", APopulation.Of([Person.Member(), .. inError.Times(InError)])));

    [Fact]
    public void Assignment_errors_name_the_groups_that_they_come_from()
    {
        var tenant = ATenant.Usual() with { Groups = ImmutableArray.Create(Group("Sales", true), Group("Sound", false), Group(null, true)) };

        Assert.Equal(["Sales", "id"], ACheck.Run("licence-errors-clear", APopulation.Of(InError), tenant).Findings.Select(finding => finding.Subject));
    }

    [Fact]
    public void Assignment_errors_are_told_even_when_groups_could_not_be_read()
    {
        var result = ACheck.Run("licence-errors-clear", APopulation.Of(InError), ATenant.Usual() with { Groups = ATenant.NoConsent });

        Assert.Equal(CheckOutcome.Fail, result.Outcome);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData(0, 0, CheckOutcome.NotApplicable, "The directory has no guest who may sign in.")]
    [InlineData(1, 0, CheckOutcome.Pass, "1 guest in the directory, and every invitation has been accepted.")]
    [InlineData(2, 0, CheckOutcome.Pass, "2 guests in the directory, and every invitation has been accepted.")]
    [InlineData(2, 1, CheckOutcome.Fail, "1 guest has not accepted the invitation.")]
    [InlineData(0, 2, CheckOutcome.Fail, "2 guests have not accepted the invitation.")]
    public void Invitations(int accepted, int pending, CheckOutcome outcome, string sentence) => Expect(
        outcome, sentence, ACheck.Run("guests-accepted", APopulation.Of([Person.Member(), .. accepted.Times(Person.Guest()), .. pending.Times(Invited)])));

    [Theory]
    [InlineData(0, 0, CheckOutcome.NotApplicable, "Nobody holds a licence.")]
    [InlineData(2, 1, CheckOutcome.Pass, "2 people licensed through groups, 1 person only directly.")]
    [InlineData(1, 1, CheckOutcome.Pass, "1 person licensed through groups, 1 person only directly.")]
    [InlineData(1, 2, CheckOutcome.Fail, "1 person licensed through groups, 2 people only directly.")]
    public void Licensing_by_group(int byGroup, int direct, CheckOutcome outcome, string sentence) =>
        Expect(outcome, sentence, LicensedByGroup(ATenant.Usual(), byGroup, direct));

    [Fact]
    public void Groups_with_members_in_error_arent_done()
    {
        var result = LicensedByGroup(ATenant.Usual() with { Groups = ImmutableArray.Create(Group("Sales", true)) }, 1, 0);

        Expect(CheckOutcome.Fail, "1 person licensed through groups, 0 people only directly. 1 group has members who did not get everything.", result);
        Assert.Equal("Sales", Assert.Single(result.Findings).Subject);
    }

    [Fact]
    public void Groups_that_could_not_be_read_prove_nothing() => Expect(
        CheckOutcome.Unknown, "The groups could not be read. Consent is missing.", LicensedByGroup(ATenant.Usual() with { Groups = ATenant.NoConsent }, 1, 0));

    [Theory]
    [InlineData("usage-location-set")]
    [InlineData("licence-errors-clear")]
    [InlineData("guests-accepted")]
    [InlineData("licensed-by-group")]
    public void People_that_could_not_be_read_leave_it_unknown(string check) =>
        Expect(CheckOutcome.Unknown, "The people could not be read. Consent is missing.", ACheck.Run(check, ATenant.NoConsent));

    private static CheckResult LicensedByGroup(TenantFacts tenant, int byGroup, int direct) => ACheck.Run(
        "licensed-by-group",
        APopulation.Of([
            .. byGroup.Times(Person.Member().Assigned(Products.Suite, byGroup: "group").Assigned(Products.Premium)),
            .. direct.Times(Person.Member().Assigned(Products.Suite))]),
        tenant);

    private static GroupFacts Group(string? name, bool inError) => new("id", name, false, [Products.Suite.SkuId], "ProcessingComplete", inError);

    private static void Expect(CheckOutcome outcome, string sentence, CheckResult result) =>
        Assert.Equal((outcome, sentence), (result.Outcome, result.Sentence));
}
