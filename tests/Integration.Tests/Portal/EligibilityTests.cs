using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Integration.Tests.Cli;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>A person's eligibility over HTTP beside the same person's in the portal and on the command line.</summary>
public sealed class EligibilityTests : IDisposable
{
    private static readonly string[] Lists = ["experiences", "actions"];

    private readonly TestFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_of_the_snapshot_gets_the_document_that_the_command_line_gives()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 120 --scenario messy");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var helpDesk = await portal.SignInAsync("helpdesk");
        var page = await tenant.ReadAsync($"/v1.0/users?$select={RunningTenant.UserFacts},userPrincipalName&$top=999");
        var files = await Meshready.RunAsync(
            "eligibility", "--json", "--user", Write("users.json", page), "--skus", Write("skus.json", await tenant.ReadAsync("/v1.0/subscribedSkus")),
            "--settings", Write("settings.json", await tenant.ReadAsync("/v1.0/groupSettings")));
        Assert.Equal("", files.Errors);

        foreach (var expected in JsonElement.Parse(files.Output).GetProperty("people").EnumerateArray())
        {
            var answer = await helpDesk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{expected.Text("id")}/eligibility", Cancelled);

            // A snapshot knows names of groups that these files don't, and either says in its own words why it doesn't know memberships.
            Assert.Equal(Known(expected), Known(Assert.Single(answer.GetProperty("people").EnumerateArray())));
        }
    }

    [Fact]
    public async Task Its_verdicts_are_those_of_the_person_s_page()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 40 --scenario messy");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var helpDesk = await portal.SignInAsync("helpdesk");

        foreach (var person in (await helpDesk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1000", Cancelled)).GetProperty("people").EnumerateArray())
        {
            var report = await helpDesk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person.Text("id")}", Cancelled);
            var document = await helpDesk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{person.Text("id")}/eligibility", Cancelled);

            Assert.Equal(
                report.GetProperty("experiences").EnumerateArray().Select(one => one.Text("verdict") is "notApplicable" ? "notReady" : one.Text("verdict")),
                document.GetProperty("people")[0].GetProperty("experiences").EnumerateArray().Select(one => one.Text("verdict")));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Known(JsonElement person)
    {
        var whole = JsonNode.Parse(person.ToString())!.AsObject();

        foreach (var reason in Lists.SelectMany(list => whole[list]!.AsArray())
            .SelectMany(one => one!["reasons"]!.AsArray()).Where(reason => IsAboutGroups((string?)reason!["code"] ?? "")))
        {
            reason!["sentence"] = null;
        }

        // Files carry no policies, so what rests on them is left to the tests of numbers.
        var experiences = whole["experiences"]!.AsArray();

        foreach (var one in experiences.Where(one => one!["reasons"]!.AsArray().Any(reason => ((string?)reason!["code"])!.StartsWith("sign-in:", StringComparison.Ordinal))).ToList())
        {
            experiences.Remove(one);
        }

        return whole.ToJsonString();
    }

    private static bool IsAboutGroups(string code) =>
        code is "create-groups:group-unknown" || code.EndsWith(":assignment-failed", StringComparison.Ordinal);

    private string Write(string name, JsonElement content)
    {
        File.WriteAllText(_folder.In(name), content.ToString());
        return _folder.In(name);
    }
}
