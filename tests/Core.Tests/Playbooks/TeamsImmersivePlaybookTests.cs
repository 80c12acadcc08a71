using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

public sealed class TeamsImmersivePlaybookTests
{
    private static readonly Playbook Immersive = PlaybookLibrary.TeamsImmersive;

    [Fact]
    public void It_has_its_ten_steps_and_all_their_tasks() =>
        Assert.Equal([7, 2, 5, 3, 3, 5, 4, 3, 2, 4], Immersive.Steps.Select(step => step.Tasks.Length));

    [Theory]
    [InlineData(Severity.Blocker, 15)]
    [InlineData(Severity.Important, 11)]
    [InlineData(Severity.Advice, 12)]
    public void Severities_are_those_of_the_catalogue(Severity severity, int expected) =>
        Assert.Equal(expected, Immersive.Tasks.Count(task => task.Severity == severity));

    [Theory]
    [InlineData(EvidenceKind.Auto, 12)]
    [InlineData(EvidenceKind.Probe, 3)]
    [InlineData(EvidenceKind.Upload, 3)]
    [InlineData(EvidenceKind.Attest, 20)]
    public void Evidence_is_of_the_kinds_of_the_catalogue(EvidenceKind evidence, int expected) =>
        Assert.Equal(expected, Immersive.Tasks.Count(task => task.Evidence == evidence));

    [Theory]
    [InlineData("teams-immersive", 30)]
    [InlineData("guests", 4)]
    [InlineData("quest", 4)]
    [InlineData("avatars", 1)]
    public void Gates_are_those_of_the_catalogue(string gate, int expected) =>
        Assert.Equal(expected, Immersive.Tasks.Count(task => task.Gates.Contains(gate)));

    [Fact]
    public void It_lives() => Assert.Null(Immersive.Lifecycle);

    [Theory]
    [InlineData(false, "attend-events", "attend-on-quest")]
    [InlineData(true, "organize-events", "attend-events", "attend-on-quest")]
    public void Only_organizers_need_more_than_teams(bool hasPremium, params string[] ready)
    {
        var person = new UserFacts
        {
            Id = "42",
            UserType = UserType.Member,
            AccountEnabled = true,
            AssignedLicenses = [.. new[] { Products.Suite, Products.Premium }[..(hasPremium ? 2 : 1)].Select(product => new AssignedLicense(product.SkuId, []))],
        };

        var verdicts = new EligibilityRules(Immersive, ATenant.Usual(), Products.Table).Explain(person);

        Assert.Equal(ready, verdicts.Where(verdict => verdict.Verdict is Verdict.Ready).Select(verdict => verdict.ExperienceId));
    }

    [Theory]
    [InlineData(InvitationState.Accepted, Verdict.Ready)]
    [InlineData(InvitationState.PendingAcceptance, Verdict.NotReady)]
    [InlineData(null, Verdict.Unknown)]
    public void A_guest_who_has_accepted_can_attend_without_a_licence(InvitationState? invitation, Verdict expected)
    {
        var guest = new UserFacts { Id = "43", UserType = UserType.Guest, AccountEnabled = true, Invitation = invitation };

        var verdicts = new EligibilityRules(Immersive, ATenant.Usual(), Products.Table).Explain(guest);

        Assert.Equal(expected, verdicts.Single(verdict => verdict.ExperienceId == "guest-attendance").Verdict);
        Assert.All(verdicts.Where(verdict => verdict.ExperienceId != "guest-attendance"), verdict => Assert.Equal(Verdict.NotApplicable, verdict.Verdict));
    }
}
