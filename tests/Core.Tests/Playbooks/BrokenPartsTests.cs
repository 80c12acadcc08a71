using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>The parts around the tasks, broken in one place at a time.</summary>
public sealed class BrokenPartsTests
{
    [Theory]
    [InlineData("freshDays", null, " has no property \"freshDays\".")]
    [InlineData("freshDays", "0", ".freshDays must be from 1 to 730 and is 0.")]
    [InlineData("freshDays", "731", ".freshDays must be from 1 to 730 and is 731.")]
    [InlineData("freshDays", "\"long\"", ".freshDays must be a whole number.")]
    [InlineData("daysBefore", "-1", ".daysBefore must be from 0 to 365 and is -1.")]
    [InlineData("daysBefore", "366", ".daysBefore must be from 0 to 365 and is 366.")]
    [InlineData("dependsOn", "null", ".dependsOn must be a list.")]
    [InlineData("tools[0]", "\"hammer\"", ".tools[0] names the tool \"hammer\", which this playbook doesn't have.")]
    [InlineData("contact", "\"nobody\"", ".contact names the contact \"nobody\", which this playbook doesn't have.")]
    [InlineData("contact", "\"hr\"", ".contact names the contact \"hr\", among whose tasks s1-teams-admin-center-access isn't.")]
    [InlineData("import", "{\"kind\": \"teamsEventsPolicies\", \"rule\": \"r\", \"parameters\": {}}", ".import.kind must be one of teams-app-permission-policies, teams-app-setup-policies, teams-feedback-policies, teams-events-policies, teams-guest-access, network-probe, device-inventory and is \"teamsEventsPolicies\".")]
    [InlineData("import", "{\"kind\": \"network-probe\", \"rule\": \"app-version\", \"parameters\": {}}", ".import.rule names the rule \"app-version\", which doesn't read such exports. Those that do are everything-reachable, targets-reachable.")]
    [InlineData("import", "{\"kind\": \"network-probe\", \"rule\": \"targets-reachable\", \"parameters\": {\"targets\": \"*.office.com 443\"}}", ".import.parameters.targets must name hosts like \"*.office.com tcp 443 80\", separated by commas and is \"*.office.com 443\".")]
    [InlineData("import", "{\"kind\": \"network-probe\", \"rule\": \"targets-reachable\", \"parameters\": {}}", ".import.parameters has no property \"targets\".")]
    [InlineData("import", "{\"kind\": \"device-inventory\", \"rule\": \"computers-strong-enough\", \"parameters\": {\"cores\": \"four\", \"memoryGb\": \"8\"}}", ".import.parameters.cores must be a whole number in quotes and is \"four\".")]
    public void Tasks(string path, string? json, string sentence) => Expect($"steps[0].tasks[3].{path}", json, "steps[0].tasks[3]" + sentence);

    [Theory]
    [InlineData("taskLetters", "\"S1\"", "taskLetters may hold only lower-case letters and is \"S1\".")]
    [InlineData("taskLetters", "\"t\"", "steps[0].tasks[0].id must start with \"t1-\" and is \"s1-exec-sponsor\".")]
    [InlineData("tools[1].id", "\"teams-admin-center\"", "tools[1].id is \"teams-admin-center\", and another tool has that id already.")]
    [InlineData("tools[1].url", "\"http://admin.microsoft.com\"", "tools[1].url must be a full https address and is \"http://admin.microsoft.com\".")]
    [InlineData("links[0].url", "\"#top\"", "links[0].url must be a full https address and is \"#top\".")]
    [InlineData("access[0].requires[0]", "\"luck\"", "access[0].requires[0] names the requirement \"luck\", which this playbook doesn't have.")]
    [InlineData("access[0].task", "\"s1-luck\"", "access[0].task names the task \"s1-luck\", which this playbook doesn't have.")]
    [InlineData("access[1].id", "\"create-collection\"", "access[1].id is \"create-collection\", and another action has that id already.")]
    [InlineData("access[2].requires", "[]", "access[2] needs neither a requirement nor rights; name at least one.")]
    [InlineData("access[0].right", "\"fly\"", "access[0].right must be one of createGroups, joinGroups, acceptedGuest and is \"fly\".")]
    [InlineData("access[0].rights", "null", "access[0] has a right and doesn't say it in words; add the property \"rights\".")]
    [InlineData("experiences[0].apiName", "\"\"", "experiences[0].apiName is an empty text.")]
    [InlineData("experiences[1].apiName", "\"avatarsInTeams\"", "experiences[1] is \"avatarsInTeams\" to programs, and so is another experience; give it another apiName.")]
    [InlineData("contacts[0].kind", "\"friend\"", "contacts[0].kind must be one of supportingTeam, stakeholder and is \"friend\".")]
    [InlineData("contacts[0].tasks", "[]", "contacts[0].tasks is an empty list; at least one item is needed.")]
    [InlineData("contacts[0].tasks[0]", "\"s9-x\"", "contacts[0].tasks[0] names the task \"s9-x\", which this playbook doesn't have.")]
    [InlineData("contacts[1].id", "\"teams-apps\"", "contacts[1].id is \"teams-apps\", and another contact has that id already.")]
    public void Tools_access_and_contacts(string path, string? json, string sentence) => Expect(path, json, sentence);

    [Theory]
    [InlineData("[0].meantFor", null, "[0] has no property \"meantFor\".")]
    [InlineData("[0].products", "[]", "[0].products is an empty list; at least one item is needed.")]
    [InlineData("[0].products[0]", "\"MCOCAP\"", "[0].products[0] must be an id like")]
    public void Products_for_others(string path, string? json, string sentence) => Expect("notOffered" + path, json, "notOffered" + sentence);

    [Theory]
    [InlineData("[1].id", "\"avatars\"", "[1].id is \"avatars\", and another claim has that id already.")]
    [InlineData("[0].gives[0]", "\"luck\"", "[0].gives[0] names the requirement \"luck\", which this playbook doesn't have.")]
    [InlineData("[0].with[0]", "\"avatars\"", "[0].with[0] names the requirement \"avatars\" a second time.")]
    [InlineData("[4].gives", "[]", "[4] promises nothing; name at least one requirement under gives or with.")]
    [InlineData("[0].names", "[]", "[0].names is an empty list; at least one item is needed.")]
    [InlineData("[0].names[1].wording", "\"Teams Essentials\"", "[0].names[1].wording is \"Teams Essentials\", and another name of this claim has these words already.")]
    [InlineData("[0].names[0].products[0]", "\"SPE_E3\"", "[0].names[0].products[0] must be an id like")]
    [InlineData("[0].names[0].products[1]", "\"fde42873-30b6-436b-b361-21af5a6b84ae\"", "[0].names[0].products[1] names the product fde42873-30b6-436b-b361-21af5a6b84ae a second time.")]
    [InlineData("[0].source", "\"a friend\"", "[0].source must be a full https address and is \"a friend\".")]
    public void Claims(string path, string? json, string sentence) => Expect("claims" + path, json, "claims" + sentence);

    [Theory]
    [InlineData("[1].id", "\"which-tenant\"", "[1].id is \"which-tenant\", and another decision has that id already.")]
    [InlineData("[0].task", "\"s3-x\"", "[0].task names the task \"s3-x\", which this playbook doesn't have.")]
    [InlineData("[1].task", "\"s3-primary-tenant-decision\"", "[1].task is \"s3-primary-tenant-decision\", and another decision's task has that id already.")]
    [InlineData("[0].outcomes[0].leavesOpen", "\"\"", "[0].outcomes[0].leavesOpen is an empty text.")]
    [InlineData("[0].outcomes", "[]", "[0].outcomes is an empty list; at least one item is needed.")]
    [InlineData("[0].questions[0].facts[0]", "\"weather\"", "[0].questions[0].facts[0] must be one of tenantIdentity, tenantType, products, subscriptions, members, guests, policies, devices and is \"weather\".")]
    [InlineData("[0].questions[0].options", "[]", "[0].questions[0].options is an empty list; at least one item is needed.")]
    [InlineData("[0].questions[1].id", "\"immersive-spaces\"", "[0].questions[1].id is \"immersive-spaces\", and another question has that id already.")]
    [InlineData("[0].questions[0].options[0].speaksFor", "\"both\"", "[0].questions[0].options[0].speaksFor names the outcome \"both\", which this playbook doesn't have.")]
    [InlineData("[0].questions[1].options[0].id", "\"spaces-wanted\"", "[0].questions[1].options[0].id is \"spaces-wanted\", and another option has that id already.")]
    [InlineData("[0].warnings[2].after[0]", "\"never\"", "[0].warnings[2].after[0] names the option \"never\", which this playbook doesn't have.")]
    [InlineData("[0].warnings[0].source", "\"a friend\"", "[0].warnings[0].source must be a full https address and is \"a friend\".")]
    public void Decisions(string path, string? json, string sentence) => Expect("decisions" + path, json, "decisions" + sentence);

    [Theory]
    [InlineData("contact", "\"nobody\"", ".contact names the contact \"nobody\", which this playbook doesn't have.")]
    [InlineData("body", "[]", ".body is an empty list; at least one item is needed.")]
    [InlineData("subject", "\"{Rollout}\"", ".subject holds the placeholder \"{Rollout}\", which isn't known. Known are rollout, experiences, targetDate, owner, contact, openTasks, link.")]
    [InlineData("body[1]", "\"{owner} and {somebody}\"", ".body[1] holds the placeholder \"{somebody}\", which isn't known.")]
    [InlineData("body[1]", "\"{}\"", ".body[1] holds the placeholder \"{}\", which isn't known.")]
    [InlineData("body[1]", "\"{owner\"", ".body[1] holds a brace without its other half; braces stand around placeholders and nowhere else.")]
    [InlineData("body[1]", "\"owner}\"", ".body[1] holds a brace without its other half; braces stand around placeholders and nowhere else.")]
    [InlineData("body[1]", "\"{owner} }{\"", ".body[1] holds a brace without its other half; braces stand around placeholders and nowhere else.")]
    [InlineData("body[1]", "\"{{owner}}\"", ".body[1] holds a brace without its other half; braces stand around placeholders and nowhere else.")]
    public void Messages(string path, string? json, string sentence) => Expect($"messages[0].{path}", json, "messages[0]" + sentence);

    [Theory]
    [InlineData("successorPlaybook", "\"mesh\"", ".successorPlaybook names this playbook itself; its successor must be another.")]
    [InlineData("successorPlaybook", "null", ".carriesOver has tasks, but there is no successorPlaybook that they could go on in.")]
    [InlineData("carriesOver", null, " has no property \"carriesOver\".")]
    [InlineData("carriesOver.s1-nobody", "\"t1-x\"", ".carriesOver.s1-nobody names the task \"s1-nobody\", which this playbook doesn't have.")]
    [InlineData("carriesOver.s1-follow-change-process", "\"t1-exec-sponsor\"", ".carriesOver.s1-follow-change-process names the task \"t1-exec-sponsor\" a second time; a task can only go on from one.")]
    public void End_of_life(string path, string? json, string sentence) => Expect($"lifecycle.{path}", json, "lifecycle" + sentence);

    [Fact]
    public void A_successor_is_asked_for_the_tasks_that_go_on_in_it()
    {
        const string Right = "\"s7-help-desk-plan\": \"t6-help-desk\"";
        var mesh = ShippedFile.Text("mesh.json").Replace(Right, "\"s7-help-desk-plan\": \"t6-nobody\"", StringComparison.Ordinal);
        var line = TinyPack.LineOf(ShippedFile.Text("mesh.json"), Right);

        Assert.Equal(
            $"mesh.json, line {line}: lifecycle.carriesOver.s7-help-desk-plan names the task \"t6-nobody\", which the playbook teams-immersive doesn't have.",
            PlaybookReader.ReadAll(new("mesh.json", mesh), Immersive()).Problem.Detail);
        Assert.True(PlaybookReader.ReadAll(new PlaybookFile("mesh.json", mesh)).Succeeded);
    }

    [Fact]
    public void The_same_version_of_a_playbook_is_read_once()
    {
        var again = PlaybookReader.ReadAll(Immersive(), Immersive() with { Name = "copy.json" });
        var later = PlaybookReader.ReadAll(Immersive(), new("later.json", ShippedFile.With("teams-immersive.json", "version", "2")));

        Assert.Equal("copy.json, line 3: version is 1, and another file holds that version of teams-immersive already.", again.Problem.Detail);
        Assert.Equal([1, 2], later.Value.Select(playbook => playbook.Version));
    }

    [Fact]
    public void Of_several_files_the_first_broken_one_is_named() => Assert.StartsWith(
        "b.json, line 1: ", PlaybookReader.ReadAll(Immersive(), new("b.json", "[]"), new("c.json", "")).Problem.Detail, StringComparison.Ordinal);

    private static PlaybookFile Immersive() => new("teams-immersive.json", ShippedFile.Text("teams-immersive.json"));

    private static void Expect(string path, string? json, string sentence)
    {
        var problem = PlaybookReader.Read("mesh.json", ShippedFile.With("mesh.json", path, json)).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.StartsWith("mesh.json, line 1: " + sentence, problem.Detail, StringComparison.Ordinal);
    }
}
