using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.Portal;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Integration.Tests.Startup;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>A scan that ends with its portal is fired again by the next one, and nobody has to ask.</summary>
public sealed class CutOffScanTests
{
    private static readonly Uri Scans = new("/api/v1/scans", UriKind.Relative);
    private static readonly Uri Running = new("/api/v1/scans/running", UriKind.Relative);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        string[] settings = ["urls=http://127.0.0.1:0", $"Tenant:BaseUrl={front.BaseUrl}", "Scan:IncrementalSchedule="];

        using (var portal = PortalProcess.Start(folder, "Development", settings))
        {
            await portal.SaysAsync("is current with 1500 people");
            await StartMidwayAsync(await portal.AddressAsync(), front);
            portal.Kill();
        }

        front.LetGo();
        using var next = PortalProcess.Start(folder, "Development", settings);
        await next.SaysAsync("is current with 1500 people");
        next.Kill();

        var scans = await ScansAsync(folder);
        Assert.Equal((ScanTrigger.Manual, ScanState.Complete), (scans[0].Trigger, scans[0].State));
        Assert.Equal("Maja Lindqvist", scans[0].StartedBy.DisplayName);
    }

    [Fact]
    public async Task After_an_orderly_stop()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);

        await using (var portal = Portal.Portal.Start(folder, front.BaseUrl))
        {
            await portal.ScanEndedAsync(1);
            await HoldAsync(await portal.SignInAsync("admin"), front);
        }

        front.LetGo();
        await using var next = Portal.Portal.Start(folder, front.BaseUrl);
        await next.Firings.EndedAsync(1);

        var scans = await next.ScansAsync();
        Assert.Equal((ScanTrigger.Manual, ScanState.Complete, "Maja Lindqvist"), (scans[0].Trigger, scans[0].State, scans[0].StartedBy.DisplayName));
    }

    [Fact]
    public async Task But_not_after_a_person_cancelled_it()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);

        await using (var portal = Portal.Portal.Start(folder, front.BaseUrl))
        {
            await portal.ScanEndedAsync(1);
            var admin = await portal.SignInAsync("admin");
            await HoldAsync(admin, front);
            using var cancelled = await admin.DeleteAsync(Running, Cancelled);
            Assert.Equal(ScanState.Cancelled, (await portal.ScanEndedAsync(2)).State);
        }

        front.LetGo();
        await using var next = Portal.Portal.Start(folder, front.BaseUrl);
        var again = await (await next.SignInAsync("admin")).PostAsync(Scans, null, Cancelled);

        // Nothing of the one before was left to join.
        Assert.True((await again.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("started").GetBoolean());
        Assert.Equal(["requested"], await next.Firings.EndedAsync(1));
    }

    private static async Task StartMidwayAsync(Uri address, TenantFront front)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        using var signedIn = await visitor.SignInAsync("admin");
        await HoldAsync(visitor, front);
    }

    private static async Task HoldAsync(HttpClient admin, TenantFront front)
    {
        front.HoldsMidway = true;
        using var started = await admin.PostAsync(Scans, null, Cancelled);
        started.EnsureSuccessStatusCode();
        await front.Held.Task.WaitAsync(Cancelled);
    }

    private static async Task<IReadOnlyList<SnapshotHead>> ScansAsync(TestFolder folder)
    {
        await using var database = TestDatabase.Sqlite(folder.Path);
        return await database.Store.RecentScansAsync(10, Cancelled);
    }
}
