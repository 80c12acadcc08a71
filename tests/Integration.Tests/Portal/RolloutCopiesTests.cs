using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Rollouts as files, over HTTP.</summary>
public sealed class RolloutCopiesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_exported_rollout_is_taken_in_as_one_of_its_own()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");
        var first = Assert.Single((await admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled)).EnumerateArray()).Text("id");
        var document = await admin.GetStringAsync($"/api/v1/rollouts/{first}/export", Cancelled);

        using var taken = await admin.PostAsync("/api/v1/rollouts/import", Json(document), Cancelled);
        using var broken = await admin.PostAsync("/api/v1/rollouts/import", Json(document[..^30]), Cancelled);
        using var none = await admin.GetAsync($"/api/v1/rollouts/{Guid.NewGuid()}/export", Cancelled);

        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        var second = (await taken.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("id");
        Assert.NotEqual(first, second);
        Assert.Equal(2, (await admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled)).GetArrayLength());
        Assert.Equal(await StatesAsync(first), await StatesAsync(second));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Contains("The file is broken at line", (await broken.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        async Task<IEnumerable<string?>> StatesAsync(string? id) =>
            (await admin.GetFromJsonAsync<JsonElement>($"/api/v1/rollout/steps?rollout={id}", Cancelled)).EnumerateArray()
                .SelectMany(step => step.GetProperty("tasks").EnumerateArray()).Select(task => $"{task.Text("id")} {task.Text("state")}").ToList();
    }

    [Fact]
    public async Task All_tasks_come_as_a_spreadsheet_in_which_nothing_is_a_formula()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var admin = await portal.SignInAsync("admin");
        var first = Assert.Single((await admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled)).EnumerateArray()).Text("id");
        var document = JsonNode.Parse(await admin.GetStringAsync($"/api/v1/rollouts/{first}/export", Cancelled))!;
        document["work"] = new JsonArray(JsonNode.Parse("""
            { "taskId": "s7-hr-review", "owner": { "objectId": "1", "displayName": "=HYPERLINK(\"x\")" }, "due": "2027-01-02", "intent": "Blocked",
              "because": "+1 says; \"no\"", "risk": null, "evidence": [], "version": 1 }
            """));
        using var taken = await admin.PostAsync("/api/v1/rollouts/import", Json(document.ToJsonString()), Cancelled);
        var id = (await taken.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("id");

        using var answer = await admin.GetAsync($"/api/v1/rollouts/{id}/tasks.csv", Cancelled);

        var lines = (await answer.Content.ReadAsStringAsync(Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(93 + 1, lines.Length);
        var line = Assert.Single(lines, line => line.Contains("s7-hr-review,", StringComparison.Ordinal) && line.Contains("2027-01-02", StringComparison.Ordinal));
        Assert.Contains("blocked", line, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", line, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", line, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"+", line, StringComparison.Ordinal);
        Assert.Contains("HYPERLINK", line, StringComparison.Ordinal);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
