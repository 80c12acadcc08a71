using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.Portal;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>The scheduler and the scans write to one SQLite file.</summary>
public sealed class SharedFileTests
{
    private const string EverySecond = "* * * * * ?";

    private static readonly Uri Scans = new("/api/v1/scans", UriKind.Relative);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_who_ask_at_once_one_starts_a_scan()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var portal = await Portal.Portal.StartScannedAsync(front.BaseUrl);
        var admin = await portal.SignInAsync("admin");
        front.HoldsMidway = true;

        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StartAsync(admin)));
        await front.Held.Task.WaitAsync(Cancelled);
        front.LetGo();
        await portal.ScanEndedAsync(2);

        Assert.Single(started, one => one);
        Assert.Equal(2, (await portal.ScansAsync()).Count);
    }

    [Fact]
    public async Task Scans_are_stored_whole_while_triggers_fire_and_people_ask()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var portal = Portal.Portal.Start(
            new(tenant.Http.BaseAddress!, "v1.0"), ("Scan:Schedule", EverySecond), ("Scan:IncrementalSchedule", EverySecond));
        var admin = await portal.SignInAsync("admin");
        var ended = portal.ScanEndedAsync(4);

        while (!ended.IsCompleted)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StartAsync(admin)));
        }

        await ended;
        var scans = await portal.ScansAsync();
        Assert.DoesNotContain(scans, scan => scan.Problem?.Kind is ProblemKind.Storage);
        Assert.All(scans.Where(scan => scan.State is ScanState.Complete), scan => Assert.Equal(1500, scan.People));
        // The tenant may ask for fewer requests by now, but it has let some scans through.
        Assert.True(scans.Count(scan => scan.State is ScanState.Complete) >= 2);
        Assert.False(portal.Firings.Troubled.IsCompleted);
    }

    [Fact]
    public async Task After_a_while_in_which_nothing_could_be_written_the_schedule_goes_on_by_itself()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = Portal.Portal.Start(
            folder, new(tenant.Http.BaseAddress!, "v1.0"), ("Scan:Schedule", EverySecond), ("Database:BusyTimeoutSeconds", "1"));
        await portal.ScanEndedAsync(2);

        using (StoredSchedule.Lock(folder))
        {
            await portal.Firings.Troubled.WaitAsync(Cancelled);
        }

        var before = (await portal.ScansAsync()).Count;
        Assert.Equal(ScanState.Complete, (await portal.ScanEndedAsync(before + 2)).State);
    }

    private static async Task<bool> StartAsync(HttpClient admin)
    {
        using var answer = await admin.PostAsync(Scans, null, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("started").GetBoolean();
    }
}
