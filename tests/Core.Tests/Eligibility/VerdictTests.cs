using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Eligibility;

public sealed class VerdictTests
{
    private static readonly UserFacts Licensed = Person.Member().With(Plans.Teams, Plans.Mesh, Plans.OneDrive);

    [Fact]
    public void Somebody_with_everything_is_ready_and_told_what_speaks_for_it()
    {
        var verdict = Judge("event", Licensed);

        Assert.Equal(Verdict.Ready, verdict.Verdict);
        Assert.Equal(["account-enabled", "teams:on", "mesh:on", "storage:on"], verdict.Reasons.Select(reason => reason.Code));
        Assert.Equal("Storage in SharePoint or OneDrive is on.", verdict.Reasons[3].Sentence);
    }

    [Fact]
    public void Every_reason_is_given_never_only_the_first()
    {
        var verdict = Judge("event", Person.Member().With(Plans.Mesh, CapabilityStatus.Unrecognised) with { AccountEnabled = false });

        Assert.Equal(Verdict.NotReady, verdict.Verdict);
        Assert.Equal(["account-disabled", "teams:missing", "storage:missing", "mesh:unclear"], verdict.Reasons.Select(reason => reason.Code));
    }

    [Theory]
    [InlineData(CapabilityStatus.Enabled, Verdict.Ready, "mesh:on", null)]
    [InlineData(CapabilityStatus.Warning, Verdict.Ready, "mesh:on", null)]
    [InlineData(CapabilityStatus.Unrecognised, Verdict.Unknown, "mesh:unclear", "License Administrator")]
    [InlineData(CapabilityStatus.Suspended, Verdict.NotReady, "mesh:suspended", "Billing Administrator")]
    [InlineData(CapabilityStatus.Deleted, Verdict.NotReady, "mesh:missing", "License Administrator")]
    public void A_plan_s_status_decides_and_names_who_can_help(CapabilityStatus status, Verdict expected, string code, string? role)
    {
        var verdict = Judge("event", Person.Member().With(Plans.Teams, Plans.OneDrive).With(Plans.Mesh, status));

        Assert.Equal(expected, verdict.Verdict);
        Assert.Equal(role, verdict.Reasons.Single(reason => reason.Code == code).Role);
    }

    [Fact]
    public void A_plan_that_is_switched_off_is_not_to_be_bought_again()
    {
        var reason = Judge("event", Person.Member().Holding(Products.Premium, Plans.Mesh))
            .Reasons.Single(reason => reason.Code == "mesh:switched-off");

        Assert.Equal("The Mesh plan is part of an assigned licence, but an admin has switched it off.", reason.Sentence);
        Assert.Equal("Switch the plan on again in the licence or in the group that assigns it.", reason.Remedy);
    }

    [Fact]
    public void A_missing_plan_repeats_the_playbook_s_remedy()
    {
        var reason = Judge("meet", Person.Member()).Reasons.Single(reason => reason.Code == "teams:missing");

        Assert.Equal("No assigned licence carries Microsoft Teams.", reason.Sentence);
        Assert.Equal("Assign Microsoft Teams.", reason.Remedy);
        Assert.Equal(SmallPlaybook.Page, reason.Source);
    }

    [Theory]
    [InlineData(true, Verdict.Ready, "account-enabled")]
    [InlineData(false, Verdict.NotReady, "account-disabled")]
    [InlineData(null, Verdict.Unknown, "account-unknown")]
    public void The_account_decides_with(bool? enabled, Verdict expected, string code)
    {
        var verdict = Judge("event", Licensed with { AccountEnabled = enabled });

        Assert.Equal(expected, verdict.Verdict);
        Assert.Contains(verdict.Reasons, reason => reason.Code == code);
    }

    [Fact]
    public void What_no_rule_evaluates_keeps_even_the_licensed_at_unknown()
    {
        var verdict = Judge("headset", Licensed);

        Assert.Equal(Verdict.Unknown, verdict.Verdict);
        Assert.Equal("Headsets are not evaluated yet.", verdict.Reasons[0].Sentence);
    }

    [Fact]
    public void What_is_known_to_be_wrong_decides_before_what_isnt_evaluated() =>
        Assert.Equal(Verdict.NotReady, Judge("headset", Person.Member()).Verdict);

    [Fact]
    public void Verdicts_come_in_the_playbook_s_order() => Assert.Equal(
        SmallPlaybook.It.Experiences.Select(experience => experience.Id),
        ATenant.Rules().Explain(Licensed).Select(verdict => verdict.ExperienceId));

    private static ExperienceVerdict Judge(string experience, UserFacts person) =>
        ATenant.Rules().Explain(person).Single(verdict => verdict.ExperienceId == experience);
}
