using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

public sealed class ShippedPlaybookTests
{
    private static readonly Playbook Mesh = PlaybookLibrary.Mesh;

    [Fact]
    public void Every_shipped_playbook_can_be_read_and_has_an_id_of_its_own() =>
        Assert.Equal(["mesh", "teams-immersive"], PlaybookLibrary.All.Select(playbook => playbook.Id));

    [Fact]
    public void It_has_its_seven_steps_and_all_their_tasks()
    {
        Assert.Equal([14, 12, 13, 16, 8, 21, 9], Mesh.Steps.Select(step => step.Tasks.Length));
        Assert.Equal(93, Mesh.Tasks.Count());
    }

    [Theory]
    [InlineData(Severity.Blocker, 36)]
    [InlineData(Severity.Important, 46)]
    [InlineData(Severity.Advice, 11)]
    public void Severities_are_those_of_the_catalogue(Severity severity, int expected) =>
        Assert.Equal(expected, Mesh.Tasks.Count(task => task.Severity == severity));

    [Theory]
    [InlineData(EvidenceKind.Auto, 45)]
    [InlineData(EvidenceKind.AutoHint, 3)]
    [InlineData(EvidenceKind.Probe, 5)]
    [InlineData(EvidenceKind.Upload, 4)]
    [InlineData(EvidenceKind.Attest, 36)]
    public void Evidence_is_of_the_kinds_of_the_catalogue(EvidenceKind evidence, int expected) =>
        Assert.Equal(expected, Mesh.Tasks.Count(task => task.Evidence == evidence));

    [Theory]
    [InlineData("mesh-app", 34)]
    [InlineData("all", 22)]
    [InlineData("immersive-teams", 20)]
    [InlineData("avatars", 12)]
    [InlineData("quest", 11)]
    [InlineData("guests", 8)]
    [InlineData("cloud-scripting", 6)]
    public void Gates_are_those_of_the_catalogue(string gate, int expected) =>
        Assert.Equal(expected, Mesh.Tasks.Count(task => task.Gates.Contains(gate)));

    [Theory]
    [InlineData("s1-action-create-event", "requirement-met", "mailbox")]
    [InlineData("s1-action-receive-invite", "requirement-met", "mailbox")]
    [InlineData("s1-action-create-template", "requirement-met", "sharepoint")]
    [InlineData("s1-action-add-media", "requirement-met", "storage")]
    [InlineData("s2-tenant-type-supported", "tenant-kind", null)]
    [InlineData("s2-avatar-license", "requirement-met", "avatars")]
    [InlineData("s2-immersive-license", "requirement-met", "immersive")]
    [InlineData("s2-no-teams-suite-check", "requirement-never-without", "teams")]
    [InlineData("s2-teams-premium-for-mesh", "requirement-met", "mesh")]
    [InlineData("s2-teams-premium-prerequisite", "requirement-never-without", "teams,mailbox,storage")]
    [InlineData("s2-seats-available", "seats-available", "mesh")]
    [InlineData("s2-usage-location-set", "usage-location-set", null)]
    [InlineData("s2-license-errors-clear", "licence-errors-clear", null)]
    [InlineData("s3-guest-account", "guests-accepted", null)]
    [InlineData("s3-guest-license", "requirement-met", "teams,mesh")]
    [InlineData("s5-plan-mesh-on-for-pilot", "requirement-not-switched-off", "mesh")]
    [InlineData("s5-plan-immersive-on", "requirement-not-switched-off", "immersive")]
    [InlineData("s5-plan-avatars-on", "requirement-not-switched-off", "avatars")]
    [InlineData("s5-plan-by-group", "licensed-by-group", null)]
    [InlineData("s5-plan-dependents-on", "requirement-not-switched-off", "teams,mailbox,sharepoint")]
    [InlineData("s6-ca-inventory", "policies-known", null)]
    [InlineData("s1-teams-admin-center-access", "role-held", null)]
    [InlineData("s1-m365-admin-contact", "role-held", null)]
    [InlineData("s1-action-create-collection", "group-creation", null)]
    [InlineData("s1-action-join-collection", "requirement-met", "mailbox,sharepoint")]
    [InlineData("s2-trial-or-buy", "trial-or-purchase", "mesh")]
    [InlineData("s2-trial-expiry-tracked", "trial-end", "mesh")]
    [InlineData("s3-guest-invite-policy", "guest-invitations", null)]
    [InlineData("s3-guest-first-sign-in", "guest-first-sign-in", null)]
    [InlineData("s3-guest-cross-tenant-settings", "cross-tenant-access", null)]
    [InlineData("s4-teams-apps-manager", "role-held", null)]
    [InlineData("s4-avatars-app-allowed", "teams-app-listed", null)]
    [InlineData("s4-mesh-app-allowed", "teams-app-listed", null)]
    [InlineData("s4-app-access-scope", "teams-policy-assigned", null)]
    [InlineData("s4-app-setup-policy", "teams-policy-assigned", null)]
    [InlineData("s4-feedback-policy", "teams-policy-assigned", null)]
    [InlineData("s4-mesh-store-app", "mesh-app-deployed", null)]
    [InlineData("s5-plan-role", "role-held", null)]
    [InlineData("s5-plan-mesh-off-elsewhere", "requirement-off-elsewhere", "mesh")]
    [InlineData("s5-plan-effect-confirmed", "requirement-in-effect", "mesh,immersive,avatars")]
    [InlineData("s6-ca-change-owner", "role-held", null)]
    [InlineData("s6-ca-mesh-resource-present", "mesh-services-present", null)]
    [InlineData("s6-quest-fleet-managed", "headsets-managed", null)]
    [InlineData("s6-quest-exception-policy", "headset-exception-narrow", null)]
    [InlineData("s6-quest-negative-operator", "headset-filter-reaches", null)]
    [InlineData("s6-quest-no-mam", "headset-app-protection", null)]
    [InlineData("s6-aadsts-runbook", "headset-sign-in-errors", null)]
    [InlineData("s7-audit-and-adoption", "mesh-sign-ins-counted", null)]
    public void A_task_that_the_tenant_can_prove_names_its_check(string task, string check, string? requirement)
    {
        var reference = Mesh.Tasks.Single(item => item.Id == task).Check;

        Assert.Equal(check, reference?.Id);
        Assert.Equal(requirement, reference?.Parameters.GetValueOrDefault(CheckParameters.RequirementName));
    }

    [Fact]
    public void Every_task_that_Graph_can_prove_at_least_in_part_has_a_check_and_no_other() => Assert.Equal(
        Mesh.Tasks.Where(task => task.Evidence is EvidenceKind.Auto or EvidenceKind.AutoHint).Select(task => task.Id),
        Mesh.Tasks.Where(task => task.Check is not null).Select(task => task.Id));

    [Fact]
    public void Parameters_and_contacts_name_what_a_scan_reads()
    {
        var parameters = Mesh.Tasks.SelectMany(task => task.Check?.Parameters ?? ImmutableDictionary<string, string>.Empty).ToLookup(one => one.Key, one => one.Value);

        Assert.All(parameters[CheckParameters.RolesName].SelectMany(CheckParameters.Split), role => Assert.Contains(role, DirectoryRoles.TemplateIds.Keys));
        Assert.All(PlaybookLibrary.All.SelectMany(playbook => playbook.Contacts).Select(contact => contact.Role).OfType<string>(), role => Assert.Contains(role, DirectoryRoles.TemplateIds.Keys));
        Assert.All(parameters[CheckParameters.AppName], app => Assert.Contains(app, MeshNames.TeamsApps));
        Assert.Equal(["TeamsAppPermissionPolicy", "TeamsAppSetupPolicy", "TeamsFeedbackPolicy"], parameters[CheckParameters.PolicyName]);
    }

    [Fact]
    public void Every_check_is_of_use() =>
        Assert.Empty(CheckRules.All.Keys.Except(Mesh.Tasks.Select(task => task.Check?.Id)));

    [Fact]
    public void Every_check_runs() => Assert.All(
        Mesh.Tasks.Where(task => task.Check is not null),
        task => Assert.NotEmpty(CheckRules.Run(
            task.Check!, new CheckFacts(Mesh, ATenant.Usual(), ATenant.NoConsent, ProductTable.Shipped, ATenant.AsOf)).Sentence));

    [Fact]
    public void Experiences_are_shown_in_the_agreed_order() => Assert.Equal(
        ["avatars", "immersive-spaces", "mesh-pc", "mesh-quest", "mesh-web", "host-events", "join-events", "guest-attendance", "cloud-scripting"],
        Mesh.Experiences.Select(experience => experience.Id));

    [Fact]
    public void Every_requirement_is_carried_by_a_published_product_and_none_is_just_the_directory_s_mail() =>
        Assert.All(Mesh.Requirements.SelectMany(requirement => requirement.AnyOf), plan =>
        {
            Assert.Contains(ProductTable.Shipped.Products.Values, product => product.ServicePlans.Any(item => item.ServicePlanId == plan));
            Assert.NotEqual(new Guid("113feb6c-3fe4-4440-bddc-54d774bf0318"), plan);
        });

    [Fact]
    public void Its_end_of_life_is_on_record() =>
        Assert.Equal((new DateOnly(2025, 12, 1), "Immersive events in Teams"), (Mesh.Lifecycle!.RetiredOn, Mesh.Lifecycle.Successor));

    [Fact]
    public void Every_text_is_said_once() => Assert.All(
        new Func<PlaybookTask, string>[] { task => task.Title, task => task.DoneWhen, task => task.Why },
        text => Assert.Equal(93, Mesh.Tasks.Select(text).Distinct().Count()));

    [Fact]
    public void Sentences_end_and_titles_dont()
    {
        Assert.All(Mesh.Tasks, task => Assert.All(new[] { task.DoneWhen, task.Why, task.EvidenceNote }, text => Assert.EndsWith(".", text, StringComparison.Ordinal)));
        Assert.All(Mesh.Tasks, task => Assert.False(task.Title.EndsWith('.'), task.Title));
    }
}
