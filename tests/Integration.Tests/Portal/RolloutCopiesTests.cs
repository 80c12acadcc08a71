using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
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

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
