using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

public sealed class ScanTests
{
    private static readonly Uri Scans = new("/api/v1/scans", UriKind.Relative);
    private static readonly Uri Running = new("/api/v1/scans/running", UriKind.Relative);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_that_dies_midway_fails_the_scan_and_leaves_the_snapshot_before_whole()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var portal = await Portal.StartScannedAsync(front.BaseUrl);
        var admin = await portal.SignInAsync("admin");
        var before = portal.Dump();

        front.DiesMidway = true;
        using var started = await admin.PostAsync(Scans, null, Cancelled);
        var scan = await portal.ScanEndedAsync(2);

        Assert.Equal(ScanState.Failed, scan.State);
        Assert.Equal(ProblemKind.Unavailable, scan.Problem!.Kind);
        Assert.Contains("GET /users", scan.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal(before, portal.Dump());
        Assert.Equal(0, SnapshotDump.Leftovers(portal.DatabaseFile));
        Assert.Equal(1500, (await portal.ReadAsync("admin", "/api/v1/people")).Number("total"));
    }

    [Fact]
    public async Task A_cancelled_scan_leaves_the_snapshot_before_whole()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var portal = await Portal.StartScannedAsync(front.BaseUrl);
        var admin = await portal.SignInAsync("admin");
        var before = portal.Dump();

        front.HoldsMidway = true;
        using var started = await admin.PostAsync(Scans, null, Cancelled);
        await front.Held.Task.WaitAsync(Cancelled);
        using var cancelled = await admin.DeleteAsync(Running, Cancelled);
        var scan = await portal.ScanEndedAsync(2);

        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.Equal((ScanState.Cancelled, ProblemKind.Cancelled), (scan.State, scan.Problem!.Kind));
        Assert.Contains("Start it again", scan.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal(before, portal.Dump());
        Assert.Equal(0, SnapshotDump.Leftovers(portal.DatabaseFile));
    }

    [Fact]
    public async Task A_link_that_expires_makes_the_scan_start_over_and_count_nobody_twice()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var portal = await Portal.StartScannedAsync(front.BaseUrl);
        var admin = await portal.SignInAsync("admin");
        var before = portal.Dump();

        front.ExpiresMidwayOnce = true;
        await StartAsync(admin);
        var scan = await portal.ScanEndedAsync(2);

        Assert.False(front.ExpiresMidwayOnce);
        Assert.Equal((ScanState.Complete, 1500), (scan.State, scan.People));
        Assert.Equal(before, portal.Dump());
    }

    [Fact]
    public async Task Whoever_starts_a_second_scan_joins_the_one_that_runs()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var portal = await Portal.StartScannedAsync(front.BaseUrl);
        var admin = await portal.SignInAsync("admin");
        front.HoldsMidway = true;

        var first = await StartAsync(admin);
        await front.Held.Task.WaitAsync(Cancelled);
        await portal.StoredAsync(999);
        var second = await StartAsync(admin);
        var progress = await admin.GetFromJsonAsync<JsonElement>(Running, Cancelled);
        front.Release.SetResult();
        var scan = await portal.ScanEndedAsync(2);

        Assert.Equal((true, false), (first, second));
        Assert.Equal(("people", 999, 1500), (progress.Text("phase"), progress.Number("peopleRead"), progress.Number("peopleExpected")));
        Assert.Equal(ScanState.Complete, scan.State);
        Assert.Equal(2, (await portal.ScansAsync()).Count);
    }

    [Fact]
    public async Task The_schedule_starts_scans_by_itself()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"), ("Scan:Schedule", "* * * * * ?"));

        await portal.ScanEndedAsync(2);

        Assert.Contains(await portal.ScansAsync(), scan => scan is { Trigger: ScanTrigger.Schedule, State: ScanState.Complete });
    }

    [Fact]
    public async Task What_was_not_consented_to_leaves_a_gap_and_not_a_failed_scan()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20 --scenario consent-missing");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));

        var scan = await portal.ScanEndedAsync(1);

        Assert.Equal(20, scan.People);
        Assert.Equal(
            ["Policies", "NamedLocations", "Groups", "GroupCreation", "Roles", "GuestInvitations", "CrossTenantAccess", "GuestSignIns", "Headsets", "SignIns", "Devices", "PolicyMembers"],
            scan.Readings.Where(reading => reading.Problem?.Kind is ProblemKind.ConsentNeeded).Select(reading => reading.Topic.ToString()));
    }

    private static async Task<bool> StartAsync(HttpClient admin)
    {
        using var answer = await admin.PostAsync(Scans, null, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("started").GetBoolean();
    }
}
