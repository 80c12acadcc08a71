using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class AudienceTests
{
    [Theory]
    [InlineData("meet", UserType.Member, Verdict.Ready)]
    [InlineData("meet", UserType.Guest, Verdict.NotApplicable)]
    [InlineData("meet", null, Verdict.Unknown)]
    [InlineData("visit", UserType.Member, Verdict.NotApplicable)]
    [InlineData("visit", UserType.Guest, Verdict.Ready)]
    [InlineData("visit", null, Verdict.Unknown)]
    [InlineData("lounge", UserType.Member, Verdict.Ready)]
    [InlineData("lounge", UserType.Guest, Verdict.Ready)]
    [InlineData("lounge", null, Verdict.Ready)]
    public void An_experience_is_for_its_audience(string experience, UserType? type, Verdict expected) =>
        Assert.Equal(expected, Judge(experience, type).Verdict);

    [Fact]
    public void Guests_are_told_why_an_experience_isnt_for_them()
    {
        var reason = Assert.Single(Judge("meet", UserType.Guest).Reasons);

        Assert.Equal("Meeting is for the organisation's own people, not for guests.", reason.Sentence);
        Assert.Equal([new ProofFact("userType is Guest")], reason.Proof);
    }

    [Fact]
    public void Members_are_told_that_an_experience_is_about_guests()
    {
        var reason = Assert.Single(Judge("visit", UserType.Member).Reasons);

        Assert.Equal("Visiting is about guests; this person is a member.", reason.Sentence);
        Assert.Equal([new ProofFact("userType is Member")], reason.Proof);
    }

    [Fact]
    public void A_missing_user_type_is_named_with_who_can_set_it()
    {
        var reason = Judge("meet", null).Reasons[0];

        Assert.Equal(("user-type-unknown", "User Administrator"), (reason.Code, reason.Role));
        Assert.Equal([new ProofFact("userType is not set")], reason.Proof);
    }

    private static ExperienceVerdict Judge(string experience, UserType? type) =>
        ATenant.Rules().Explain(Person.Member().With(Plans.Teams, Plans.Mesh, Plans.OneDrive) with { UserType = type, Invitation = InvitationState.Accepted })
            .Single(verdict => verdict.ExperienceId == experience);
}
