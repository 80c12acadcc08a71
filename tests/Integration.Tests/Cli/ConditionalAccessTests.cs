using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Integration.Tests.Data;

namespace MeshReadiness.Integration.Tests.Cli;

/// <summary><c>meshready ca</c> as people run it: files in, answers and exit codes out.</summary>
public sealed class ConditionalAccessTests : IDisposable
{
    private const string Policy = """
        {"id":"p1","displayName":"Managed devices","state":"enabled","conditions":{"users":{"includeUsers":["All"]},"applications":{"includeApplications":["All"]},
        "clientAppTypes":["all"],"devices":{"deviceFilter":{"mode":"exclude","rule":"device.manufacturer -eq \"Oculus\""}},"times":{"includedRanges":["x"]}},
        "grantControls":{"operator":"OR","builtInControls":["compliantDevice"]}}
        """;

    private const string Quest = """
        {"user":{"id":"u","userType":"member","externalUserType":null,"groupIds":[],"roleTemplateIds":[]},"resource":{"appId":"3016d0ce-47cc-4005-b11d-5fcabb1b643d"},
        "device":{"platform":"android","registered":false,"managed":false,"compliant":false,"properties":{"manufacturer":"Oculus","model":"Quest 3"}},"authenticationFlow":"none","satisfied":["mfa"]}
        """;

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_sign_in_is_judged_with_all_conditions_and_the_codes_that_the_person_sees()
    {
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", WithoutTimes(Policy)), "--scenario", Write("s.json", Quest), "--json");

        Assert.Equal((3, ""), (said.Code, said.Errors));
        var answer = JsonElement.Parse(said.Output);
        Assert.Equal("""["blocked",[50199,53003]]""", $"[\"{answer.GetProperty("outcome")}\",{Flat(answer.GetProperty("errorCodes"))}]");
        var policy = Assert.Single(answer.GetProperty("policies").EnumerateArray());
        Assert.Equal(
            ["users: yes", "resources: yes", "deviceFilter: yes"],
            policy.GetProperty("conditions").EnumerateArray().Select(condition => $"{condition.GetProperty("condition")}: {condition.GetProperty("met")}"));
        Assert.Equal("""{"operator":"OR","required":["compliantDevice"],"unmet":["compliantDevice"],"satisfied":"no"}""", Flat(policy.GetProperty("grant")));
        Assert.Equal(("failure", "yes", "enabled"), (Text(policy, "result"), Text(policy, "applies"), Text(policy, "state")));
        Assert.Equal(3, answer.GetProperty("later").GetArrayLength());
    }

    [Fact]
    public async Task A_condition_that_isnt_understood_is_named_and_makes_the_outcome_unknown()
    {
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", Policy), "--scenario", Write("s.json", Quest), "--json");
        var answer = JsonElement.Parse(said.Output);

        Assert.Equal(("unknown", """[{"policyId":"p1","path":"conditions.times"}]"""), (Text(answer, "outcome"), Flat(answer.GetProperty("unmodelled"))));
    }

    [Fact]
    public async Task Many_sign_ins_are_answered_one_on_each_line_and_in_order()
    {
        var file = Write("many.jsonl", $"{OneLine(Quest)}\n\n{{}}\n{OneLine(Quest).Replace("\"registered\":false,\"managed\":false,\"compliant\":false", "\"registered\":true,\"managed\":true,\"compliant\":true", StringComparison.Ordinal)}\n");
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", WithoutTimes(Policy)), "--scenarios", file);

        Assert.Equal((3, ""), (said.Code, said.Errors));
        Assert.Equal(["blocked", "unknown", "allowed"], said.Output.TrimEnd().Split('\n').Select(line => Text(JsonElement.Parse(line), "outcome")));
    }

    [Fact]
    public async Task Policies_come_from_pages_lists_and_folders_in_any_unicode_and_in_the_order_of_their_paths()
    {
        var two = WithoutTimes(Policy).Replace("\"p1\"", "\"p2\"", StringComparison.Ordinal);
        var folder = Directory.CreateDirectory(_folder.In("policies"));
        File.WriteAllText(Path.Combine(folder.FullName, "b.json"), $$"""{"value":[{{WithoutTimes(Policy)}}]}""", new UnicodeEncoding(bigEndian: true, byteOrderMark: true));
        File.WriteAllText(Path.Combine(folder.FullName, "a.json"), $"[{two}]", new UnicodeEncoding(bigEndian: false, byteOrderMark: false));
        File.WriteAllText(Path.Combine(folder.FullName, "README.md"), "no policy");
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", folder.FullName, "--scenario", Write("s.json", Quest), "--json");

        Assert.Equal(["p2", "p1"], JsonElement.Parse(said.Output).GetProperty("policies").EnumerateArray().Select(policy => Text(policy, "id")));
        Assert.Equal("Left out, because they aren't .json: README.md.", said.Errors.Trim());
    }

    [Theory]
    [InlineData("{}", "It is no Conditional Access policy")]
    [InlineData("""{"conditions":{"users":{"includeUsers":"All"}}}""", "conditions.users.includeUsers is a text; a list of texts was expected.")]
    [InlineData("{\"conditions\":", "this isn't valid JSON")]
    public async Task What_is_no_policy_is_refused_with_the_file_and_the_place(string policy, string sentence)
    {
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", policy), "--scenario", Write("s.json", Quest), "--json");

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains("p.json", said.Errors, StringComparison.Ordinal);
        Assert.Contains(sentence, said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("device.manufacturer -ne \"Oculus\"", "include", "yes", "yes")]
    [InlineData("device.manufacturer -ne \"Oculus\"", "exclude", "yes", "no")]
    [InlineData("device.model -eq null", "include", "unknown", "unknown")]
    public async Task A_filter_is_tested_on_a_device(string rule, string mode, string match, string inScope)
    {
        var device = Write("d.json", """{"registered":false,"properties":{"manufacturer":"Oculus"}}""");
        var said = await Meshready.RunAsync("ca", "filter", "--rule", rule, "--device", device, "--mode", mode, "--json");

        Assert.Equal((0, ""), (said.Code, said.Errors));
        var answer = JsonElement.Parse(said.Output);
        Assert.Equal((match, inScope, match), (Text(answer, "match"), Text(answer, "policyInScope"), Text(answer.GetProperty("tree"), "match")));
    }

    [Fact]
    public async Task A_bad_rule_is_refused_with_its_column_and_in_a_list_answered_in_its_place()
    {
        var device = Write("d.json", """{"registered":true}""");
        var alone = await Meshready.RunAsync("ca", "filter", "--rule", "device.model -like \"x\"", "--device", device);
        var many = await Meshready.RunAsync("ca", "filter", "--cases", Write("c.jsonl", """
            {"rule":"device.model -like \"x\"","device":{}}
            {"rule":"device.model -eq \"x\"","device":{"registered":true,"properties":{"model":"X"}},"mode":"exclude"}
            """));

        Assert.Equal(2, alone.Code);
        Assert.StartsWith("Column 14: found \"-like\", expected an operator that device.model allows", alone.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (many.Code, many.Errors));
        var lines = many.Output.TrimEnd().Split('\n').Select(JsonElementOf).ToList();
        Assert.Equal(14, lines[0].GetProperty("error").GetProperty("column").GetInt32());
        Assert.Equal(("yes", "no"), (Text(lines[1], "match"), Text(lines[1], "policyInScope")));
    }

    [Theory]
    [InlineData("@d.json", "Column 1: found \"@\"")]
    [InlineData("", "Column 1: found the end of the rule")]
    public async Task A_rule_is_a_rule_whatever_it_begins_with(string rule, string sentence)
    {
        var said = await Meshready.RunAsync("ca", "filter", "--rule", rule, "--device", Write("d.json", "{}"));

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.StartsWith(sentence, said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deepest_rule_is_answered_with_its_whole_tree()
    {
        const string Leaf = "device.model -eq \"x\"";
        var denied = string.Concat(Enumerable.Repeat("-not ", 100)) + Leaf;
        var mixed = string.Concat(Enumerable.Repeat($"{Leaf} or {Leaf} and (", 59)) + Leaf + new string(')', 59);
        var device = """{"registered":true,"properties":{"model":"x"}}""";
        var file = Write("c.jsonl", string.Concat(new[] { denied, mixed }.Select(rule => $"{JsonSerializer.Serialize(new { rule })[..^1]},\"device\":{device}}}\n")));
        var many = await Meshready.RunAsync("ca", "filter", "--cases", file);
        var alone = await Meshready.RunAsync("ca", "filter", "--rule", denied, "--device", Write("d.json", device), "--json");

        Assert.Equal((0, "", 0, ""), (many.Code, many.Errors, alone.Code, alone.Errors));
        var deep = new JsonDocumentOptions { MaxDepth = 1000 };
        Assert.All(many.Output.TrimEnd().Split('\n').Append(alone.Output), line => Assert.Equal("yes", Text(JsonDocument.Parse(line, deep).RootElement, "match")));
    }

    [Theory]
    [InlineData("""{"rule":null,"device":{}}""")]
    [InlineData("""{"rule":5,"device":{}}""")]
    [InlineData("""{"device":{}}""")]
    [InlineData("""{"rule":"\ud800","device":{}}""")]
    public async Task A_rule_that_is_no_text_is_answered_in_its_place(string line)
    {
        var said = await Meshready.RunAsync("ca", "filter", "--cases", Write("c.jsonl", $"{line}\n{{\"rule\":\"device.model -eq 'x'\",\"device\":{{\"registered\":false}}}}\n"));

        Assert.Equal((0, ""), (said.Code, said.Errors));
        var lines = said.Output.TrimEnd().Split('\n').Select(JsonElementOf).ToList();
        Assert.Equal((1, "no"), (lines[0].GetProperty("error").GetProperty("column").GetInt32(), Text(lines[1], "match")));
    }

    [Theory]
    [InlineData("filter", "--cases", """{"rule":"device.model -eq 'x'","device":{},"mode":"\ud800"}""")]
    [InlineData("filter", "--cases", """{"rule":"device.model -eq 'x'","device":{"properties":{"\ud800":"x"}}}""")]
    [InlineData("evaluate", "--scenarios", """{"device":{"properties":{"\ud800":"x"}}}""")]
    public async Task Half_a_character_in_a_line_is_refused_with_the_line(string command, string option, string line)
    {
        string[] policies = command is "evaluate" ? ["--policies", Write("p.json", Policy)] : [];
        var said = await Meshready.RunAsync(["ca", command, option, Write("c.jsonl", line), .. policies]);

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains("c.jsonl, line 1: It holds half a character.", said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Lines_come_in_either_utf_16(bool isBigEndian, bool hasMark)
    {
        var file = _folder.In("many.jsonl");
        File.WriteAllText(file, $"{OneLine(Quest)}\n{{}}\n", new UnicodeEncoding(isBigEndian, hasMark));
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", WithoutTimes(Policy)), "--scenarios", file);

        Assert.Equal((3, ""), (said.Code, said.Errors));
        Assert.Equal(["blocked", "unknown"], said.Output.TrimEnd().Split('\n').Select(line => Text(JsonElement.Parse(line), "outcome")));
    }

    [Fact]
    public async Task Every_policy_has_its_demands_also_when_there_are_none_or_it_is_disabled()
    {
        var none = WithoutTimes(Policy).Replace("""{"operator":"OR","builtInControls":["compliantDevice"]}""", "null", StringComparison.Ordinal);
        var disabled = WithoutTimes(Policy).Replace("\"enabled\"", "\"disabled\"", StringComparison.Ordinal);
        var said = await Meshready.RunAsync("ca", "evaluate", "--policies", Write("p.json", $"[{none},{disabled}]"), "--scenario", Write("s.json", Quest), "--json");

        Assert.Equal(0, said.Code);
        var policies = JsonElement.Parse(said.Output).GetProperty("policies");
        Assert.Equal("""{"operator":"AND","required":[],"unmet":[],"satisfied":"yes"}""", Flat(policies[0].GetProperty("grant")));
        Assert.Equal("""{"operator":"OR","required":["compliantDevice"],"unmet":["compliantDevice"],"satisfied":"no"}""", Flat(policies[1].GetProperty("grant")));
        Assert.Equal(("notEnabled", "no", 0), (Text(policies[1], "result"), Text(policies[1], "applies"), policies[1].GetProperty("conditions").GetArrayLength()));
    }

    [Fact]
    public async Task Policies_are_told_in_words_with_what_is_wrong_with_them()
    {
        var two = """
            {"id":"p2","displayName":"Admins","state":"enabled","conditions":{"users":{"includeRoles":["62e90394-69f5-4237-9190-012177145e10"]},
            "applications":{"includeApplications":["cc15fd57-2c6c-4117-a88c-83b1d56b4bbe"]},"clientAppTypes":["all"]},"grantControls":{"operator":"OR","builtInControls":["mfa"]}}
            """;
        var said = await Meshready.RunAsync("ca", "inspect", "--policies", Write("p.json", $"[{Policy},{two}]"), "--json");

        Assert.Equal((0, ""), (said.Code, said.Errors));
        var answer = JsonElement.Parse(said.Output);
        Assert.Equal(["policies", "findings", "unmodelled"], answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["id", "displayName", "inWords"], answer.GetProperty("policies")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            "The policy is enforced. It is about holders of the role Global Administrator. It applies when they ask to reach Microsoft Teams Services. It demands multifactor authentication.",
            Text(answer.GetProperty("policies")[1], "inWords"));
        Assert.Equal("""[{"policyId":"p1","path":"conditions.times"}]""", Flat(answer.GetProperty("unmodelled")));
        var finding = answer.GetProperty("findings").EnumerateArray().Single(one => Text(one, "code") is "filter-on-editable-attributes");
        Assert.Equal(["code", "severity", "policyId", "sentence", "remedy"], finding.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("medium", "p1"), (Text(finding, "severity"), Text(finding, "policyId")));
    }

    [Fact]
    public async Task Findings_come_gravest_first_and_people_read_them_with_their_remedies()
    {
        var file = Write("p.json", WithoutTimes(Policy).Replace("-eq", "-ne", StringComparison.Ordinal));
        var said = await Meshready.RunAsync("ca", "inspect", "--policies", file);
        var clean = await Meshready.RunAsync("ca", "inspect", "--policies", Write("q.json", WithoutTimes(Policy).Replace("compliantDevice", "mfa", StringComparison.Ordinal).Replace("\"devices\"", "\"nothing\"", StringComparison.Ordinal)));

        Assert.Equal((0, ""), (said.Code, said.Errors));
        Assert.Contains("Managed devices\n  The policy is enforced.\n  It is about everybody.\n", said.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("findings:\n\ncritical: \"Managed devices\" lets every unregistered device past", said.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("  What to do: Take the filter out.", said.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was found that is wrong.", clean.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_policy_isnt_inspected()
    {
        var said = await Meshready.RunAsync("ca", "inspect", "--policies", Write("p.json", """{"id":"p1"}"""), "--json");
        var nothing = await Meshready.RunAsync("ca", "inspect");

        Assert.Equal((2, "", 2), (said.Code, said.Output, nothing.Code));
        Assert.Contains("p.json", said.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static JsonElement JsonElementOf(string line) => JsonElement.Parse(line);

    private static string WithoutTimes(string policy)
    {
        var json = JsonNode.Parse(policy)!;
        json["conditions"]!.AsObject().Remove("times");
        return json.ToJsonString();
    }

    private static string OneLine(string json) => JsonNode.Parse(json)!.ToJsonString();

    private static string Flat(JsonElement json) => JsonNode.Parse(json.GetRawText())!.ToJsonString();

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder.In(name), content);
        return _folder.In(name);
    }
}
