using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

/// <summary>The shipped playbook on one line, broken in one place at a time: the sentence names the place and the rule.</summary>
public sealed class BrokenPlaybookTests
{
    private const string Mailbox = """{"id": "requirement-met", "parameters": {"requirement": "mailbox", "audience": "members"}}""";

    [Theory]
    [InlineData("id", "\"Mesh!\"", "id may hold only lower-case letters, digits and hyphens and is \"Mesh!\".")]
    [InlineData("version", "0", "version must be 1 or more.")]
    [InlineData("version", "\"1\"", "version must be a whole number.")]
    [InlineData("version", "1.5", "version must be a whole number.")]
    [InlineData("name", "\"\"", "name is an empty text.")]
    [InlineData("summary", "\"  \"", "summary is an empty text.")]
    [InlineData("source", "\"http://learn.microsoft.com/mesh\"", "source must be a full https address and is \"http://learn.microsoft.com/mesh\".")]
    [InlineData("steps", null, "the file has no property \"steps\".")]
    [InlineData("steps", "[]", "steps is an empty list; at least one item is needed.")]
    [InlineData("steps", "{}", "steps must be a list.")]
    [InlineData("author", "\"somebody\"", "the file has the property \"author\", which isn't known there. Known are id, version, name,")]
    [InlineData("lifecycle.retiredOn", "\"1 December 2025\"", "lifecycle.retiredOn must be a date like 2025-12-01 and is \"1 December 2025\".")]
    [InlineData("lifecycle.successor", "null", "lifecycle.successor must be a text.")]
    [InlineData("tenantSignals", "null", "tenantSignals must be an object.")]
    [InlineData("tenantSignals.governmentPlans[1]", "\"TEAMS_GOV\"", "tenantSignals.governmentPlans[1] must be an id like 57ff2da0-")]
    public void The_playbook_itself(string path, string? json, string sentence) => Expect(path, json, sentence);

    [Theory]
    [InlineData("requirements[1].id", "\"teams\"", "requirements[1].id is \"teams\", and another requirement has that id already.")]
    [InlineData("requirements[1].id", "\"teams:1\"", "requirements[1].id may hold only lower-case letters, digits and hyphens and is \"teams:1\".")]
    [InlineData("requirements[1].anyOf", "[]", "requirements[1].anyOf is an empty list; at least one item is needed.")]
    [InlineData("requirements[1].anyOf[0]", "\"MESH\"", "requirements[1].anyOf[0] must be an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 and is \"MESH\".")]
    [InlineData("requirements[1].remedy", "\"\"", "requirements[1].remedy is an empty text.")]
    [InlineData("requirements[1].role", "null", "requirements[1].role must be a text.")]
    [InlineData("requirements[1].source", "\"learn.microsoft.com\"", "requirements[1].source must be a full https address and is \"learn.microsoft.com\".")]
    [InlineData("experiences[1].id", "\"avatars\"", "experiences[1].id is \"avatars\", and another experience has that id already.")]
    [InlineData("experiences[1].requires[0]", "\"skype\"", "experiences[1].requires[0] names the requirement \"skype\", which this playbook doesn't have.")]
    [InlineData("experiences[1].audience", "\"robots\"", "experiences[1].audience must be one of members, guests, everyone and is \"robots\".")]
    [InlineData("experiences[1].notEvaluated", "\"\"", "experiences[1].notEvaluated is an empty text.")]
    public void Requirements_and_experiences(string path, string? json, string sentence) => Expect(path, json, sentence);

    [Theory]
    [InlineData("steps[0]", null, "steps[0].number must be 1, because steps are numbered from 1 in their order, and is 2.")]
    [InlineData("steps[6].number", "8", "steps[6].number must be 7, because steps are numbered from 1 in their order, and is 8.")]
    [InlineData("steps[2].purpose", "\"\"", "steps[2].purpose is an empty text.")]
    [InlineData("steps[2].tasks", "[]", "steps[2].tasks is an empty list; at least one item is needed.")]
    [InlineData("steps[1].tasks[3].id", "\"s1-exec-sponsor\"", "steps[1].tasks[3].id is \"s1-exec-sponsor\", and another task has that id already.")]
    [InlineData("steps[1].tasks[3].id", "\"s3-new\"", "steps[1].tasks[3].id must start with \"s2-\" and is \"s3-new\".")]
    [InlineData("steps[1].tasks[3].why", "\"\"", "steps[1].tasks[3].why is an empty text.")]
    [InlineData("steps[1].tasks[3].doneWhen", null, "steps[1].tasks[3] has no property \"doneWhen\".")]
    [InlineData("steps[1].tasks[3].owner", "\"me\"", "steps[1].tasks[3] has the property \"owner\", which isn't known there. Known are id, title,")]
    [InlineData("steps[1].tasks[3].severity", "\"fatal\"", "steps[1].tasks[3].severity must be one of blocker, important, advice and is \"fatal\".")]
    [InlineData("steps[1].tasks[3].severity", "0", "steps[1].tasks[3].severity must be a text.")]
    [InlineData("steps[1].tasks[3].evidence", "\"auto hint\"", "steps[1].tasks[3].evidence must be one of auto, autoHint, probe, upload, attest and is \"auto hint\".")]
    [InlineData("steps[1].tasks[3].gates", "[]", "steps[1].tasks[3].gates is an empty list; at least one item is needed.")]
    [InlineData("steps[1].tasks[3].gates[1]", "\"hololens\"", "steps[1].tasks[3].gates[1] must be a gate of an experience or \"all\" and is \"hololens\".")]
    [InlineData("steps[1].tasks[3].source", "\"a book\"", "steps[1].tasks[3].source must be a full https address and is \"a book\".")]
    public void Steps_and_tasks(string path, string? json, string sentence) => Expect(path, json, sentence);

    [Theory]
    [InlineData("check", "\"requirement-met\"", "check must be an object.")]
    [InlineData("check.id", "\"magic\"", "check.id names the check \"magic\", which doesn't exist. Checks are cross-tenant-access, group-creation,")]
    [InlineData("check.parameters", null, "check has no property \"parameters\".")]
    [InlineData("check.parameters.audience", null, "check.parameters has no property \"audience\".")]
    [InlineData("check.parameters.colour", "\"red\"", "check.parameters has the property \"colour\", which isn't known there. Known are requirement, audience.")]
    [InlineData("check.parameters.audience", "\"Members\"", "check.parameters.audience must be one of members, guests, everyone and is \"Members\".")]
    [InlineData("check.parameters.requirement", "\"phone\"", "check.parameters.requirement names the requirement \"phone\", which this playbook doesn't have.")]
    [InlineData("check.parameters.requirement", "\"teams,phone\"", "check.parameters.requirement names the requirement \"phone\", which this playbook doesn't have.")]
    [InlineData("check.parameters.requirement", "[\"teams\"]", "check.parameters.requirement must be a text.")]
    public void Checks(string path, string? json, string sentence)
    {
        var whole = ShippedFile.With("mesh.json", "steps[0].tasks[0].check", Mailbox);
        var broken = ShippedFile.Edit(whole, "steps[0].tasks[0]." + path, json);

        Assert.StartsWith("mesh.json, line 1: steps[0].tasks[0]." + sentence, Problem(broken).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_takes_one_requirement_refuses_several() => Expect(
        "steps[0].tasks[0].check",
        """{"id": "seats-available", "parameters": {"requirement": "teams, mesh"}}""",
        "steps[0].tasks[0].check.parameters.requirement names 2 requirements, and the check seats-available takes one.");

    private static void Expect(string path, string? json, string sentence) => Assert.StartsWith(
        "mesh.json, line 1: " + sentence, Problem(ShippedFile.With("mesh.json", path, json)).Detail, StringComparison.Ordinal);

    private static Problem Problem(string json)
    {
        var problem = PlaybookReader.Read("mesh.json", json).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.DoesNotContain('\n', problem.Detail);
        return problem;
    }
}
