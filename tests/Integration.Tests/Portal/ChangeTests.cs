using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Web.Features.ConditionalAccess;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>The list of whom a change moves, beside the plain evaluator asked about everybody before and after.</summary>
public sealed class ChangeTests
{
    private static readonly string[] BestLast = ["blocked", "unknown", "blockedUnlessControlsMet", "allowed"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", "quest-unregistered")]
    [InlineData("contoso", "guest-pc")]
    [InlineData("messy", "quest-registered")]
    public async Task Who_gains_and_who_loses_is_whoever_the_plain_evaluator_finds(string scenario, string way)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 400 --scenario {scenario}");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");
        var policies = await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies");
        var (freed, freeing) = Change(policies, policy => policy.Text("displayName")!.Contains("compliant devices", StringComparison.OrdinalIgnoreCase), "disabled");
        var (shut, shutting) = Change(policies, policy => policy.Text("state") is "disabled" or "enabledForReportingButNotEnforced", "enabled");
        var moved = 0;

        foreach (var (code, after) in new[] { (freeing, freed), (shutting, shut) })
        {
            var steps = await StepsAsync(tenant, way, policies, after);

            foreach (var (direction, sign) in new[] { ("gain", 1), ("lose", -1) })
            {
                var listed = await ListAsync(admin, $"draft={code}&who={way}.{direction}");

                Assert.Equal(steps.Where(step => Math.Sign(step.Value) == sign).Select(step => step.Key).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
                moved += listed.Count;
            }
        }

        Assert.True(moved > 0, "Nobody moves, so nothing was compared.");
        Assert.Equal(4, (await portal.AuditSubjectsAsync("people.exported")).Count());
    }

    [Theory]
    [InlineData("who=quest-unregistered.gain", HttpStatusCode.BadRequest, "A list needs the change as draft")]
    [InlineData("draft=abc&who=quest-unregistered.gain", HttpStatusCode.BadRequest, "doesn't hold a whole change")]
    [InlineData("draft={0}&who=quest-unregistered", HttpStatusCode.BadRequest, "who, for example")]
    [InlineData("draft={0}&who=nothing.gain", HttpStatusCode.NotFound, "no way of signing in with the id nothing")]
    public async Task What_is_asked_wrongly_is_told_in_one_sentence(string query, HttpStatusCode status, string sentence)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");
        var (_, code) = Change(await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies"), _ => true, "disabled");

        using var answer = await admin.GetAsync(new Uri($"{ChangeEndpoints.Address}?{query.Replace("{0}", code, StringComparison.Ordinal)}", UriKind.Relative), Cancelled);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
    }

    // The policies with some of them in another state, and the same as the word that the page has in its address.
    private static (JsonElement After, string Code) Change(JsonElement policies, Predicate<JsonElement> which, string state)
    {
        var after = JsonNode.Parse(policies.GetRawText())!;
        List<PolicyDraft> drafts = [];

        foreach (var policy in after["value"]!.AsArray().Where(policy => which(JsonElement.Parse(policy!.ToJsonString()))))
        {
            policy!["state"] = state;
            drafts.Add(PolicyDraft.Read((string)policy["id"]!, policy.ToJsonString()).Value);
        }

        Assert.NotEmpty(drafts);
        return (JsonElement.Parse(after.ToJsonString()), ChangeCode.Write(new([.. drafts])));
    }

    private static async Task<Dictionary<string, int>> StepsAsync(RunningTenant tenant, string way, JsonElement before, JsonElement after)
    {
        var playbook = JsonElement.Parse(await File.ReadAllTextAsync(Sources.File("src", "MeshReadiness.Playbooks", "Packs", "mesh.json"), Cancelled));
        var scenario = playbook.GetProperty("scenarios").EnumerateArray().Single(one => one.Text("id") == way);
        var members = await tenant.ReadAsync("/_tenant/expected/policy-members");
        Dictionary<string, int> steps = [];

        foreach (var user in (await tenant.ReadAsync("/v1.0/users?$select=id,userType,accountEnabled,externalUserState&$top=999")).GetProperty("value").EnumerateArray()
            .Where(user => user.GetProperty("accountEnabled").ValueKind is not JsonValueKind.False && IsFor(scenario, user.Text("userType"))))
        {
            var person = NaiveScenario.Person(user, members);
            steps[user.Text("id")!] = Rank(NaiveScenario.Outcome(scenario, person, after)) - Rank(NaiveScenario.Outcome(scenario, person, before));
        }

        return steps;
    }

    private static bool IsFor(JsonElement scenario, string? userType) => (scenario.Text("for"), userType?.ToUpperInvariant()) is not (("members", "GUEST") or ("guests", "MEMBER"));

    private static int Rank(string outcome) => Array.IndexOf(BestLast, outcome);

    private static async Task<List<string>> ListAsync(HttpClient admin, string query)
    {
        var text = await admin.GetStringAsync(new Uri($"{ChangeEndpoints.Address}?{query}", UriKind.Relative), Cancelled);
        return [.. text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];
    }
}
