using System.Text.Json;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What a scan proves of the tasks that are not about licences, from the tenant over HTTP to the API.</summary>
public sealed class ProvenTasksTests
{
    [Theory]
    [InlineData(
        "contoso",
        "s1-teams-admin-center-access done", "s1-m365-admin-contact done", "s1-action-create-collection open hint", "s2-trial-or-buy done",
        "s2-trial-expiry-tracked done", "s3-guest-invite-policy done", "s3-guest-first-sign-in open", "s3-guest-cross-tenant-settings open hint",
        "s4-avatars-app-allowed open hint", "s4-mesh-app-allowed open hint", "s4-app-access-scope open hint", "s4-mesh-store-app unknown",
        "s5-plan-role done", "s6-ca-change-owner done", "s6-ca-mesh-resource-present done", "s6-quest-fleet-managed blocked",
        "s6-quest-exception-policy blocked", "s6-quest-negative-operator blocked", "s6-quest-no-mam blocked", "s6-aadsts-runbook open hint")]
    [InlineData(
        "healthy",
        "s1-action-create-collection done", "s2-trial-or-buy done", "s2-trial-expiry-tracked notApplicable", "s3-guest-first-sign-in done",
        "s4-mesh-store-app open hint", "s6-ca-mesh-resource-present done", "s6-quest-exception-policy notApplicable",
        "s6-quest-negative-operator notApplicable", "s6-quest-no-mam open hint", "s6-aadsts-runbook open hint", "s7-audit-and-adoption open hint")]
    [InlineData(
        "messy",
        "s1-teams-admin-center-access blocked", "s1-m365-admin-contact done", "s1-action-create-collection blocked", "s3-guest-invite-policy open",
        "s3-guest-cross-tenant-settings open", "s4-teams-apps-manager blocked", "s4-mesh-app-allowed open hint", "s4-mesh-store-app blocked",
        "s6-ca-mesh-resource-present open")]
    [InlineData(
        "consent-missing",
        "s1-teams-admin-center-access unknown", "s1-action-create-collection unknown", "s2-trial-or-buy done", "s3-guest-invite-policy unknown",
        "s3-guest-first-sign-in unknown", "s6-quest-fleet-managed unknown", "s6-quest-no-mam unknown", "s6-aadsts-runbook open hint")]
    public async Task A_scan_proves_what_the_scenario_is_about(string scenario, params string[] expected)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 900 --scenario {scenario}");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));

        var tasks = await portal.ProvenAsync();

        Assert.Equal(expected, expected.Select(line => line.Split(' ')[0]).Select(id => $"{id} {Word(tasks[id].State)}{(tasks[id].Result!.IsHint ? " hint" : "")}"));
    }

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task The_successor_s_tasks_are_answered_by_the_same_scan_as_the_same_rules_answer_for_Mesh(string scenario)
    {
        (string Successor, string Mesh)[] sameRules =
        [
            ("t1-content-storage", "s1-action-add-media"), ("t3-tenant-commercial", "s2-tenant-type-supported"), ("t7-guest-account", "s3-guest-account"),
        ];
        await using var tenant = await RunningTenant.StartAsync($"--people 300 --scenario {scenario}");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));

        var (mesh, successor) = (await portal.ProvenAsync(), await portal.ProvenAsync(PlaybookLibrary.TeamsImmersive));

        Assert.Equal(
            sameRules.Select(pair => mesh[pair.Mesh].Result!.Outcome), sameRules.Select(pair => successor[pair.Successor].Result!.Outcome));
        Assert.Equal(mesh["s1-action-add-media"].Sentence, successor["t1-content-storage"].Sentence);
        Assert.All(PlaybookLibrary.TeamsImmersive.Tasks.Where(task => task.Check is not null), task => Assert.NotNull(successor[task.Id].Result));
    }

    [Fact]
    public async Task What_may_not_be_read_names_its_permission_in_each_task_that_needs_it()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 40 --scenario consent-missing");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));

        var tasks = await TasksAsync(portal);

        Assert.Contains("RoleManagement.Read.Directory", tasks["s6-ca-change-owner"].Text("sentence"), StringComparison.Ordinal);
        Assert.Contains("GroupSettings.Read.All", tasks["s1-action-create-collection"].Text("sentence"), StringComparison.Ordinal);
        Assert.Contains("Device.Read.All", tasks["s6-quest-fleet-managed"].Text("sentence"), StringComparison.Ordinal);
        Assert.Contains("AuditLog.Read.All", tasks["s3-guest-first-sign-in"].Text("sentence"), StringComparison.Ordinal);
        Assert.Contains("AuditLog.Read.All", tasks["s6-aadsts-runbook"].Text("sentence"), StringComparison.Ordinal);
    }

    private static string Word(TaskState state) => char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..];

    private static async Task<Dictionary<string, JsonElement>> TasksAsync(Portal portal) =>
        (await portal.ReadAsync("admin", "/api/v1/rollout/steps")).EnumerateArray()
            .SelectMany(step => step.GetProperty("tasks").EnumerateArray()).ToDictionary(task => task.Text("id")!);
}
