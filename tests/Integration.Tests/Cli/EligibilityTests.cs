using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Cli;

/// <summary><c>meshready eligibility</c> as a program, on the files of the documentation and on a running tenant.</summary>
public sealed class EligibilityTests : IDisposable
{
    private static readonly string[] Answers = ["yes", "no", "unknown"], Lists = ["experiences", "actions"];

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_for_programs_has_the_documented_shape_and_names()
    {
        var said = await RunAsync("--user", Sample("user.json"), "--skus", Sample("skus.json"), "--json");

        Assert.Equal((0, ""), (said.Code, said.Errors));
        var answer = JsonElement.Parse(said.Output);
        Assert.Equal(["people"], Names(answer));
        var person = Assert.Single(answer.GetProperty("people").EnumerateArray());
        Assert.Equal(["id", "userPrincipalName", "experiences", "actions"], Names(person));
        Assert.Equal(
            ["avatarsInTeams ready", "immersiveSpacesInTeams ready", "meshAppPc ready", "meshAppQuest unknown", "meshOnTheWeb ready", "hostEvents ready", "joinEvents ready", "guestAttendance notReady", "cloudScripting unknown"],
            Verdicts(person, "experiences", "experience"));
        Assert.Equal(
            ["createCollection unknown", "joinCollection ready", "createEvent ready", "beInvited ready", "createTemplate ready", "addMedia ready"],
            Verdicts(person, "actions", "action"));
        Assert.All(person.GetProperty("experiences").EnumerateArray(), one => Assert.Equal(["experience", "verdict", "reasons"], Names(one)));
        Assert.All(person.GetProperty("actions").EnumerateArray(), one => Assert.Equal(["action", "verdict", "reasons"], Names(one)));
        Assert.All(Reasons(person), reason =>
        {
            Assert.Equal(["code", "met", "sentence", "remedy", "role", "source"], Names(reason));
            Assert.Contains(reason.Text("met"), Answers);
        });
    }

    [Theory]
    [InlineData("Ines Vos", "ready ready ready unknown ready ready ready notReady unknown", "ready")]
    [InlineData("Bram de Wit", "ready ready notReady notReady notReady notReady notReady notReady notReady", "unknown")]
    [InlineData("Noor Haddad", "ready ready notReady notReady notReady notReady notReady notReady notReady", "notReady")]
    [InlineData("Sofie Maes", "notReady notReady notReady notReady notReady notReady notReady notReady notReady", "unknown")]
    [InlineData("Timo Aalto", "notReady notReady notReady notReady notReady notReady notReady notReady notReady", "notReady")]
    [InlineData("Lena Brandt (Lamna)", "notReady notReady notReady notReady notReady notReady notReady notReady notReady", "notReady")]
    [InlineData("Oskar Lind", "unknown unknown unknown unknown unknown unknown unknown unknown unknown", "unknown")]
    public async Task Everybody_in_a_page_gets_their_verdicts(string name, string experiences, string createCollection)
    {
        var said = await RunAsync(
            "--user", Sample("people.json"), "--skus", Sample("skus.json"), "--groups", Sample("people-groups.json"), "--settings", Sample("group-settings.json"), "--json");

        Assert.Equal((3, ""), (said.Code, said.Errors));
        var id = JsonElement.Parse(await File.ReadAllTextAsync(Sample("people.json"), Cancelled)).GetProperty("value").EnumerateArray()
            .Single(person => person.Text("displayName") == name).Text("id");
        var found = JsonElement.Parse(said.Output).GetProperty("people").EnumerateArray().Single(person => person.Text("id") == id);
        Assert.Equal(experiences, string.Join(' ', found.GetProperty("experiences").EnumerateArray().Select(one => one.Text("verdict"))));
        Assert.Equal(createCollection, found.GetProperty("actions")[0].Text("verdict"));
    }

    [Fact]
    public async Task One_person_a_list_and_a_page_get_the_same_answer()
    {
        var one = await File.ReadAllTextAsync(Sample("user.json"), Cancelled);
        var expected = await RunAsync("--user", Sample("user.json"), "--skus", Sample("skus.json"), "--json");

        foreach (var text in new[] { $"[{one}]", $$"""{"@odata.context":"x","value":[{{one}}]}""", "\uFEFF" + one })
        {
            Assert.Equal(expected, await RunAsync("--user", Write(text), "--skus", Sample("skus.json"), "--json"));
        }

        // As Windows PowerShell writes what it redirects.
        var wide = Write("");
        await File.WriteAllTextAsync(wide, one, System.Text.Encoding.Unicode, Cancelled);
        Assert.Equal(expected, await RunAsync("--user", wide, "--skus", Sample("skus.json"), "--json"));
    }

    [Theory]
    [InlineData("Suspended", "teams:suspended no")]
    [InlineData("LockedOut", "teams:suspended no")]
    [InlineData("Warning", "teams:on yes")]
    [InlineData("Somehow", "teams:unclear unknown")]
    [InlineData("Deleted", "teams:contradictory unknown")]
    public async Task Plans_that_a_file_tells_are_weighed_beside_the_licences(string status, string expected)
    {
        var person = JsonNode.Parse(await File.ReadAllTextAsync(Sample("user.json"), Cancelled))!.AsObject();
        Assert.NotEmpty(person["assignedPlans"]!.AsArray());

        foreach (var plan in person["assignedPlans"]!.AsArray())
        {
            plan!["capabilityStatus"] = status;
        }

        var said = await RunAsync("--user", Write(person.ToJsonString()), "--skus", Sample("skus.json"), "--json");

        Assert.Contains(expected, Reasons(JsonElement.Parse(said.Output).GetProperty("people")[0]).Select(reason => $"{reason.Text("code")} {reason.Text("met")}"));
    }

    [Theory]
    // What GET /groups answers says nothing about who is in them.
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#groups","value":[{"id":"MAKERS","displayName":"Makers"}]}""", "create-groups:group-unknown")]
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#groups(id)","value":[{"id":"MAKERS"}]}""", "create-groups:group-unknown")]
    [InlineData("""[{"id":"MAKERS","members":[{"@odata.type":"#microsoft.graph.user","id":"PERSON"}]}]""", "create-groups:in-group")]
    [InlineData("""[{"id":"MAKERS","members":[{"@odata.type":"#microsoft.graph.group","id":"inner"}]},{"id":"inner","members":[{"id":"PERSON"}]}]""", "create-groups:in-group")]
    [InlineData("""[{"id":"MAKERS","transitiveMembers":[{"id":"PERSON"}]}]""", "create-groups:in-group")]
    [InlineData("""[{"id":"MAKERS","members":[{"id":"somebody"}]}]""", "create-groups:not-in-group")]
    [InlineData("""{"@odata.nextLink":"x","value":[{"id":"MAKERS","members":[{"id":"somebody"}]}]}""", "create-groups:group-unknown")]
    [InlineData("""[{"id":"MAKERS","members":[{"id":"somebody"}],"members@odata.nextLink":"x"}]""", "create-groups:group-unknown")]
    // What somebody's transitiveMemberOf answers does.
    [InlineData("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#directoryObjects","value":[{"@odata.type":"#microsoft.graph.group","id":"MAKERS"}]}""", "create-groups:in-group")]
    public async Task Groups_tell_who_is_in_them_only_where_they_say_so(string groups, string expected)
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(Sample("group-settings.json"), Cancelled))!;
        var makers = (string)settings["value"]![0]!["values"]!.AsArray().Single(value => (string?)value!["name"] == "GroupCreationAllowedGroupId")!["value"]!;
        var person = JsonElement.Parse(await File.ReadAllTextAsync(Sample("user.json"), Cancelled)).Text("id")!;
        var file = Write(groups.Replace("MAKERS", makers, StringComparison.Ordinal).Replace("PERSON", person.ToUpperInvariant(), StringComparison.Ordinal));

        var said = await RunAsync("--user", Sample("user.json"), "--skus", Sample("skus.json"), "--settings", Sample("group-settings.json"), "--groups", file, "--json");

        Assert.Equal("", said.Errors);
        Assert.Contains(expected, Reasons(JsonElement.Parse(said.Output).GetProperty("people")[0]).Select(reason => reason.Text("code")));
    }

    [Fact]
    public async Task The_tenants_groups_can_be_given_with_any_number_of_people()
    {
        var said = await RunAsync(
            "--user", Sample("people.json"), "--skus", Sample("skus.json"), "--groups",
            Write("""{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#groups","value":[{"id":"g","displayName":"LIC"}]}"""), "--json");

        Assert.Equal((3, ""), (said.Code, said.Errors));
    }

    [Fact]
    public async Task A_list_that_is_null_tells_nothing()
    {
        var person = JsonNode.Parse(await File.ReadAllTextAsync(Sample("user.json"), Cancelled))!.AsObject();
        (person["licenseDetails"], person["memberOf"], person["transitiveMemberOf"]) = (null, null, null);

        Assert.Equal(
            await RunAsync("--user", Sample("user.json"), "--skus", Sample("skus.json"), "--json"),
            await RunAsync("--user", Write(person.ToJsonString()), "--skus", Sample("skus.json"), "--json"));
    }

    [Theory]
    [InlineData("accountEnabled", "account-unknown")]
    [InlineData("userType", "user-type-unknown")]
    public async Task A_property_that_is_left_out_makes_everything_unknown_that_rests_on_it(string property, string code)
    {
        var person = JsonNode.Parse(await File.ReadAllTextAsync(Sample("user.json"), Cancelled))!.AsObject();
        person.Remove(property);

        var said = await RunAsync("--user", Write(person.ToJsonString()), "--skus", Sample("skus.json"), "--json");

        var first = JsonElement.Parse(said.Output).GetProperty("people")[0].GetProperty("experiences")[0];
        Assert.Equal(("unknown", code), (first.Text("verdict"), first.GetProperty("reasons")[0].Text("code")));
    }

    [Fact]
    public async Task The_other_playbook_has_its_own_experiences()
    {
        var said = await RunAsync("--user", Sample("user.json"), "--skus", Sample("skus.json"), "--playbook", "teams-immersive", "--json");

        // That a member doesn't attend as a guest is nothing that is missing.
        Assert.Equal((0, ""), (said.Code, said.Errors));
        Assert.Equal(
            ["hostEvents ready", "joinEvents ready", "guestAttendance notReady", "attendOnQuest unknown", "avatarsInTeams ready"],
            Verdicts(JsonElement.Parse(said.Output).GetProperty("people")[0], "experiences", "experience"));
    }

    [Fact]
    public async Task A_terminal_gets_each_obstacle_once_and_no_character_that_it_would_obey()
    {
        var person = JsonNode.Parse(await File.ReadAllTextAsync(Sample("user.json"), Cancelled))!.AsObject();
        person["displayName"] = "\u001b[31m\u009b2J\u202e" + new string('x', 500) + "\r\nRoot";
        person["assignedLicenses"]!.AsArray().RemoveAt(1);

        var said = await RunAsync("--user", Write(person.ToJsonString()), "--skus", Sample("skus.json"));

        Assert.Equal((3, ""), (said.Code, said.Errors));
        Assert.DoesNotContain(said.Output, letter => letter is not '\n' && (char.IsControl(letter) || letter is '\u202e'));
        Assert.Contains(new string('x', 500), said.Output, StringComparison.Ordinal);
        Assert.Equal(2, said.Output.Split("No assigned licence carries the Microsoft Mesh plan.").Length);
    }

    [Theory]
    [InlineData("--user", "", "is empty")]
    [InlineData("--user", " \n", "is empty")]
    [InlineData("--user", "{\n\"id\": \"1\",\n}", "line 3, column 1: this isn't valid JSON")]
    [InlineData("--user", "{\"id\":\"1\"} {}", "this isn't valid JSON")]
    [InlineData("--user", "17", "the file should be an object, a list or a page")]
    [InlineData("--user", "{}", "id should be the user's id")]
    [InlineData("--user", "[{\"id\":\"1\"},{\"id\":2}]", "[1].id should be text")]
    [InlineData("--user", "{\"value\":[{\"id\":\"1\"},7]}", "value[1] should be an object")]
    [InlineData("--user", "{\"value\":[{\"id\":\"1\",\"accountEnabled\":\"yes\"}]}", "value[0].accountEnabled should be true or false")]
    [InlineData("--user", "{\"id\":\"1\",\"assignedLicenses\":[{\"skuId\":\"E3\"}]}", "assignedLicenses[0].skuId should be a GUID")]
    [InlineData("--user", "{\"id\":\"1\",\"assignedLicenses\":{}}", "assignedLicenses should be a list")]
    [InlineData("--user", "{\"id\":\"1\",\"licenseDetails\":[{\"skuId\":\"05e9a617-0261-4cee-bb44-138d3ef5d965\"}]}", "licenseDetails[0].servicePlans should be a list")]
    [InlineData("--user", "{\"value\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"A\"}]}", "value[2].id should be an id of its own; value[0] has the same")]
    [InlineData("--user", "{\"id\":\"1\",\"displayName\":\"\\ud800\"}", "displayName should be text")]
    [InlineData("--user", "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}", "this is an error that Microsoft Graph gave")]
    [InlineData("--skus", "{\"value\":[{\"skuId\":\"05e9a617-0261-4cee-bb44-138d3ef5d965\",\"skuPartNumber\":\"SPE_E3\",\"consumedUnits\":1,\"prepaidUnits\":{}}]}", "value[0].servicePlans should be a list")]
    [InlineData("--skus", "{\"value\":[{\"servicePlans\":[],\"prepaidUnits\":{}}]}", "value[0].skuId should be a GUID")]
    [InlineData("--groups", "{\"value\":[{\"displayName\":\"Nameless\"}]}", "value[0].id should be the group's id")]
    [InlineData("--groups", "[{\"id\":\"somebody-else\",\"memberOf\":[]}]", "[0].id should be the id of one of the people")]
    [InlineData("--settings", "{\"value\":[{\"templateId\":\"62375ab9-6b52-47ed-826b-58e47e0e304b\"}]}", "value[0].values should be a list")]
    public async Task A_broken_file_is_named_with_the_place_and_what_belongs_there(string option, string content, string complaint)
    {
        var broken = Write(content);
        string[] files = ["--user", Sample("user.json"), "--skus", Sample("skus.json"), "--groups", Sample("groups.json"), "--settings", Sample("group-settings.json")];
        files[Array.IndexOf(files, option) + 1] = broken;

        var said = await RunAsync(files);

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.StartsWith(broken, said.Errors, StringComparison.Ordinal);
        Assert.Contains(complaint, said.Errors, StringComparison.Ordinal);
        Assert.Single(said.Errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("skus.json", "skus.json", "groups.json", "value[0].the item should be a person; this is a product")]
    [InlineData("user.json", "user.json", "groups.json", "the item should be a product; this is something else")]
    [InlineData("user.json", "people.json", "groups.json", "value[0].the item should be a product; this is something else")]
    [InlineData("groups.json", "skus.json", "groups.json", "value[0].the item should be a person; this is a group")]
    [InlineData("user.json", "skus.json", "skus.json", "value[0].the item should be a group; this is something else")]
    [InlineData("people.json", "skus.json", "groups.json", "a page of groups is of one person, and there are 7")]
    public async Task A_file_of_another_kind_is_told_apart(string user, string skus, string groups, string complaint)
    {
        var said = await RunAsync("--user", Sample(user), "--skus", Sample(skus), "--groups", Sample(groups));

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains(complaint, said.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nobody is named")]
    [InlineData("with --skus", "--user", "user.json")]
    [InlineData("Give --graph", "ines@fourthcoffee.example")]
    [InlineData("Give one of the two", "ines@fourthcoffee.example", "--user", "user.json", "--skus", "skus.json")]
    [InlineData("Give one of the two", "--graph", "https://graph.example/v1.0", "--user", "user.json", "--skus", "skus.json")]
    [InlineData("Give mesh or teams-immersive", "--user", "user.json", "--skus", "skus.json", "--playbook", "other")]
    [InlineData("is a directory", "--user", "/", "--skus", "skus.json")]
    [InlineData("can't be read", "--user", "no-such-file.json", "--skus", "skus.json")]
    public async Task Wrong_arguments_are_named_and_nothing_is_printed(string complaint, params string[] arguments)
    {
        var said = await RunAsync([.. arguments.Select(one => one.EndsWith(".json", StringComparison.Ordinal) ? Sample(one) : one)]);

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.Contains(complaint, said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_isnt_the_last_says_so()
    {
        var page = JsonNode.Parse(await File.ReadAllTextAsync(Sample("people.json"), Cancelled))!.AsObject();
        page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/users?$skiptoken=x";

        Assert.Contains("people on later pages are not judged", (await RunAsync("--user", Write(page.ToJsonString()), "--skus", Sample("skus.json"))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_somebody_up_says_what_the_same_answers_say_as_files()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 300 --scenario messy");
        var graph = new Uri(tenant.Http.BaseAddress!, "v1.0").ToString();
        var page = await tenant.ReadAsync($"/v1.0/users?$select={RunningTenant.UserFacts},userPrincipalName,displayName&$top=999");
        var (skus, settings) = (Write((await tenant.ReadAsync("/v1.0/subscribedSkus")).ToString()), Write((await tenant.ReadAsync("/v1.0/groupSettings")).ToString()));

        List<string> signIns = [];

        foreach (var person in page.GetProperty("value").EnumerateArray().Where((_, index) => index % 60 == 7))
        {
            var at = $"/v1.0/users/{person.Text("id")}";
            var whole = JsonNode.Parse(person.ToString())!.AsObject();
            whole["licenseDetails"] = JsonNode.Parse((await tenant.ReadAsync($"{at}/licenseDetails")).ToString());
            whole["memberOf"] = JsonNode.Parse((await tenant.ReadAsync($"{at}/memberOf?$top=999")).ToString());
            whole["transitiveMemberOf"] = JsonNode.Parse((await tenant.ReadAsync($"{at}/transitiveMemberOf?$top=999")).ToString());

            var files = await RunAsync("--user", Write(whole.ToJsonString()), "--skus", skus, "--settings", settings, "--json");
            var live = await RunAsync(person.Text("userPrincipalName")!, "--graph", graph, "--json");

            Assert.Equal(files.Errors, live.Errors);
            Assert.Equal(Words(files), Words(live));
            Assert.DoesNotContain("\"sign-in:allowed\"", files.Output, StringComparison.Ordinal);
            signIns.AddRange(Reasons(JsonElement.Parse(live.Output).GetProperty("people")[0]).Select(reason => reason.Text("code")!).Where(code => code.StartsWith("sign-in:", StringComparison.Ordinal)));
        }

        Assert.NotEmpty(signIns);
        Assert.DoesNotContain("sign-in:unknown", signIns);
    }

    [Fact]
    public async Task Somebody_who_isnt_there_is_named()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");

        var said = await RunAsync("nobody@nowhere.example", "--graph", new Uri(tenant.Http.BaseAddress!, "v1.0").ToString());

        Assert.Equal((1, ""), (said.Code, said.Output));
        Assert.StartsWith("Nobody in the tenant has the object id or sign-in name nobody@nowhere.example.", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_permission_is_missing_the_reason_names_it_and_the_rest_is_told()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30 --scenario consent-missing");
        var id = (await tenant.ReadAsync("/v1.0/users?$select=id,userType&$top=999")).GetProperty("value").EnumerateArray()
            .First(person => person.Text("userType") == "Member").Text("id")!;

        var said = await RunAsync(id, "--graph", new Uri(tenant.Http.BaseAddress!, "v1.0").ToString(), "--json");

        Assert.Equal("", said.Errors);
        var reasons = Reasons(JsonElement.Parse(said.Output).GetProperty("people")[0]).ToList();
        var unread = Assert.Single(reasons, reason => reason.Text("code") == "create-groups:unknown");
        Assert.Contains("The permission GroupSettings.Read.All is missing", unread.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal("unknown", unread.Text("met"));
        Assert.Contains(reasons, reason => reason.Text("code") == "account-enabled");
    }

    public void Dispose() => _folder.Dispose();

    private static Task<Said> RunAsync(params string[] arguments) => Meshready.RunAsync(["eligibility", .. arguments]);

    private static string Sample(string name) => Sources.File("docs", "samples", name);

    private static string[] Names(JsonElement item) => [.. item.EnumerateObject().Select(property => property.Name)];

    private static IEnumerable<string> Verdicts(JsonElement person, string list, string name) =>
        person.GetProperty(list).EnumerateArray().Select(one => $"{one.Text(name)} {one.Text("verdict")}");

    private static IEnumerable<JsonElement> Reasons(JsonElement person) => Lists
        .SelectMany(list => person.GetProperty(list).EnumerateArray()).SelectMany(one => one.GetProperty("reasons").EnumerateArray());

    // Files carry no policies, so only a look-up knows whether Conditional Access lets somebody in.
    private static string Words(Said said) => string.Join('\n', Reasons(JsonElement.Parse(said.Output).GetProperty("people")[0])
        .Where(reason => !reason.Text("code")!.StartsWith("sign-in:", StringComparison.Ordinal))
        .Select(reason => $"{reason.Text("code")} {reason.Text("met")} {reason.Text("sentence")} {reason.Text("remedy")}"));

    private string Write(string content)
    {
        var path = _folder.In($"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, content);
        return path;
    }
}
