using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>What Microsoft's article on Mesh says beside its tasks.</summary>
public sealed class MeshPlaybookTests
{
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh;

    [Theory]
    [InlineData("create-collection", "s1-action-create-collection", true, "mailbox", "sharepoint")]
    [InlineData("join-collection", "s1-action-join-collection", true, "mailbox", "sharepoint")]
    [InlineData("create-event", "s1-action-create-event", false, "mailbox")]
    [InlineData("be-invited", "s1-action-receive-invite", false, "mailbox")]
    [InlineData("create-template", "s1-action-create-template", false, "sharepoint")]
    [InlineData("add-media", "s1-action-add-media", false, "storage")]
    public void Six_actions_each_need_access(string id, string task, bool needsRights, params string[] requires)
    {
        var access = Mesh.Access.Single(item => item.Id == id);

        Assert.Equal((task, needsRights), (access.Task, access.Rights is not null));
        Assert.Equal(requires, access.Requires);
        Assert.Equal(6, Mesh.Access.Length);
    }

    [Theory]
    [InlineData("teams-apps", ContactKind.SupportingTeam, "Teams Administrator")]
    [InlineData("licensing", ContactKind.SupportingTeam, "License Administrator")]
    [InlineData("endpoints", ContactKind.SupportingTeam, "Intune Administrator")]
    [InlineData("azure", ContactKind.SupportingTeam, null)]
    [InlineData("network", ContactKind.SupportingTeam, null)]
    [InlineData("security", ContactKind.SupportingTeam, "Security Administrator")]
    [InlineData("conditional-access", ContactKind.SupportingTeam, "Conditional Access Administrator")]
    [InlineData("communications", ContactKind.Stakeholder, null)]
    [InlineData("help-desk", ContactKind.Stakeholder, "Helpdesk Administrator")]
    [InlineData("hr", ContactKind.Stakeholder, null)]
    [InlineData("brand", ContactKind.Stakeholder, null)]
    [InlineData("other-stakeholders", ContactKind.Stakeholder, null)]
    public void The_teams_and_stakeholders_of_the_article_are_contacts(string id, ContactKind kind, string? role)
    {
        var contact = Mesh.Contacts.Single(item => item.Id == id);

        Assert.Equal((kind, role), (contact.Kind, contact.Role));
    }

    [Theory]
    [InlineData("s1-deployment-lead-and-team")]
    [InlineData("s3-primary-tenant-decision")]
    [InlineData("s4-owner-register")]
    public void What_the_rollouts_own_team_does_has_no_contact(string task) => Assert.Null(The(task).Contact);

    [Theory]
    [InlineData("guests-only-attend", "organize, co-organize, schedule or customize")]
    [InlineData("guests-on-pc-only", "Mesh app on PC")]
    [InlineData("guests-default-rooms", "Meadow, Oasis and Workshop")]
    [InlineData("guests-need-licences", "Microsoft Mesh plan")]
    public void Whoever_plans_with_guests_is_told_their_limits(string id, string words)
    {
        var decision = Mesh.Decisions.Single(item => item.Id == "which-tenant");
        var warning = decision.Warnings.Single(item => item.Id == id);

        Assert.Equal("s3-primary-tenant-decision", decision.Task);
        Assert.Contains(words, warning.Text, StringComparison.Ordinal);
        Assert.Equal(["outsiders"], warning.After);
    }

    [Theory]
    [InlineData("s4-app-access-scope", ImportKind.TeamsAppPermissionPolicies)]
    [InlineData("s4-app-setup-policy", ImportKind.TeamsAppSetupPolicies)]
    [InlineData("s4-feedback-policy", ImportKind.TeamsFeedbackPolicies)]
    [InlineData("s3-guest-teams-access", ImportKind.TeamsGuestAccess)]
    [InlineData("s6-acs-media-open", ImportKind.NetworkProbe)]
    [InlineData("s2-hardware-minimum", ImportKind.DeviceInventory)]
    public void What_graph_cant_read_can_be_handed_in(string task, ImportKind import) => Assert.Equal(import, The(task).Import?.Kind);

    [Fact]
    public void So_can_the_events_policies_of_the_successor() => Assert.Equal(
        ImportKind.TeamsEventsPolicies, PlaybookLibrary.TeamsImmersive.Tasks.Single(task => task.Id == "t8-policy-restrict").Import?.Kind);

    [Fact]
    public void Facts_grow_old_sooner_than_decisions()
    {
        string[] facts = ["s2-avatar-license", "s2-seats-available", "s5-plan-effect-confirmed", "s6-ca-inventory"];
        string[] decisions = ["s3-primary-tenant-decision", "s4-cloud-scripting-needed", "s6-quest-strategy", "s7-retirement-acknowledged"];

        Assert.All(facts, task => Assert.InRange(The(task).FreshDays, 1, 14));
        Assert.All(decisions, task => Assert.Equal(365, The(task).FreshDays));
    }

    private static PlaybookTask The(string id) => Mesh.Tasks.Single(task => task.Id == id);
}
