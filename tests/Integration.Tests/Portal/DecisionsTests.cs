using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Decisions over HTTP: what is open, what the tenant tells beside it, and what was decided.</summary>
public sealed class DecisionsTests
{
    private const string Reasons = "<script>alert(1)</script> & <b>bold</b>";

    private static readonly Actor Maja = new("1", "Maja Lindqvist");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_told_with_its_reasons_as_text_and_its_task_is_done()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 40");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var rollout = (await portal.ReadAsync("admin", "/api/v1/rollouts"))[0].Text("id");
        await portal.DecideAsync(
            "which-tenant", new(ImmutableSortedDictionary<string, string>.Empty.Add("attendees", "outsiders"), "primary", Reasons), Maja);

        var decisions = await portal.ReadAsync("admin", $"/api/v1/rollouts/{rollout}/decisions");
        var steps = await portal.ReadAsync("admin", $"/api/v1/rollout/steps?rollout={rollout}");

        Assert.Equal(PlaybookLibrary.Mesh.Decisions.Select(aid => aid.Id), decisions.EnumerateArray().Select(one => one.Text("id")));
        var decided = decisions[0];
        Assert.Equal(("primary", Reasons, "Maja Lindqvist"), (
            decided.GetProperty("taken").Text("outcome"), decided.GetProperty("taken").Text("reasons"), decided.GetProperty("taken").GetProperty("by").Text("displayName")));
        Assert.Contains(decided.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.StartsWith("Guests only attend.", StringComparison.Ordinal));
        Assert.Equal(JsonValueKind.Null, decisions[1].GetProperty("taken").ValueKind);
        var task = steps.EnumerateArray().SelectMany(step => step.GetProperty("tasks").EnumerateArray()).Single(one => one.Text("id") == decided.Text("task"));
        Assert.Equal(("done", $"Which tenant hosts the rollout? The primary production tenant. {Reasons}"), (task.Text("state"), task.Text("sentence")));
    }

    [Fact]
    public async Task What_consent_is_missing_for_is_unknown_and_names_the_permission()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 40 --scenario consent-missing");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var rollout = (await portal.ReadAsync("admin", "/api/v1/rollouts"))[0].Text("id");

        var decisions = await portal.ReadAsync("admin", $"/api/v1/rollouts/{rollout}/decisions");

        var policies = Sentences(decisions, "policies");
        Assert.All(policies, sentence => Assert.True(sentence.GetProperty("isUnknown").GetBoolean()));
        Assert.Contains("Policy.Read.All", policies[0].Text("sentence"), StringComparison.Ordinal);
        Assert.Contains(Sentences(decisions, "members"), sentence => sentence.Text("sentence")!.Contains(" members, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rollout_that_is_not_there_is_not_found()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"));

        using var answer = await (await portal.SignInAsync("admin")).GetAsync($"/api/v1/rollouts/{Guid.NewGuid()}/decisions", Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static List<JsonElement> Sentences(JsonElement decisions, string fact) =>
    [
        .. decisions.EnumerateArray().SelectMany(decision => decision.GetProperty("questions").EnumerateArray())
            .SelectMany(question => question.GetProperty("facts").EnumerateArray())
            .First(found => found.Text("fact") == fact).GetProperty("sentences").EnumerateArray(),
    ];
}
