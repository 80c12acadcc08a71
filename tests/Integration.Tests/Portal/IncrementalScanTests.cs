using System.Net;
using System.Net.Http.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// Incremental scans through the whole portal. The oracle is a second portal that knows nothing yet and reads everybody of
/// the same tenant: what both store must be the same, row by row.
/// </summary>
public sealed class IncrementalScanTests
{
    private static readonly Uri Scans = new("/api/v1/scans", UriKind.Relative);

    // Devices are read by full scans alone; an incremental one takes them over.
    private static string ButDevices(string dump) =>
        string.Join('\n', dump.Split('\n').Where(line => !line.Contains("Topic=Devices", StringComparison.Ordinal)));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", "none")]
    [InlineData("messy", "none")]
    [InlineData("contoso", "heavy")]
    public async Task After_every_kind_of_change_the_snapshot_is_that_of_a_full_scan(string scenario, string faults)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 1600 --scenario {scenario} --today 2026-03-31 --faults {faults}");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var admin = await portal.SignInAsync("admin");
        string[][] rounds = [["assign", "disable"], ["remove", "new-hire", "leaver"], ["group-membership", "policy-edit"], []];

        foreach (var (changes, number) in rounds.Select((changes, index) => (changes, index + 2)))
        {
            foreach (var change in changes)
            {
                await ChangeAsync(tenant, change, 7);
            }

            await StartAsync(admin, "incremental");
            var scan = await portal.ScanEndedAsync(number);
            await using var fresh = await Portal.StartScannedAsync(BaseUrl(tenant));

            Assert.Equal((ScanState.Complete, ScanKind.Incremental, null), (scan.State, scan.Kind, scan.KindBecause));
            Assert.Equal(ButDevices(fresh.Dump()), ButDevices(portal.Dump()));
        }
    }

    [Fact]
    public async Task What_came_changed_and_went_is_counted()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1200");
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var admin = await portal.SignInAsync("admin");

        await ChangeAsync(tenant, "new-hire", 3);
        await ChangeAsync(tenant, "disable", 5);
        await ChangeAsync(tenant, "leaver", 2);
        await StartAsync(admin, "incremental");
        var scan = await portal.ScanEndedAsync(2);

        Assert.Equal(new PeopleChanges(Added: 3, Changed: 5, Removed: 2), scan.Changes);
        Assert.Equal(1201, scan.People);
    }

    [Fact]
    public async Task Where_the_link_has_run_out_everybody_is_read_anew_and_the_scan_says_so()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        await using var tenant = await RunningTenant.StartAsync("--people 700", clock);
        await using var portal = await Portal.StartScannedAsync(BaseUrl(tenant));
        var admin = await portal.SignInAsync("admin");

        clock.Advance(TimeSpan.FromDays(8));
        await StartAsync(admin, "incremental");
        var scan = await portal.ScanEndedAsync(3);

        Assert.Equal((ScanState.Complete, ScanKind.Full, 700), (scan.State, scan.Kind, scan.People));
        Assert.Contains("had run out", scan.KindBecause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_is_away_is_waited_for_and_the_scan_goes_on_where_it_was()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 3000");
        await using var front = await TenantFront.StartAsync(tenant);
        await using var calm = await Portal.StartScannedAsync(front.BaseUrl);
        front.DiesMidway = true;
        await using var portal = Portal.Start(front.BaseUrl, ("Scan:Patience", "00:05:00"));

        var waiting = await portal.WaitingAsync();
        front.Revive();
        var scan = await portal.ScanEndedAsync(1);

        Assert.Contains("GET /", waiting.Reason, StringComparison.Ordinal);
        Assert.Equal((ScanState.Complete, 3000), (scan.State, scan.People));
        Assert.Equal(calm.Dump(), portal.Dump());
    }

    private static Uri BaseUrl(RunningTenant tenant) => new(tenant.Http.BaseAddress!, "v1.0");

    private static async Task ChangeAsync(RunningTenant tenant, string name, int count) =>
        Assert.Equal(HttpStatusCode.OK, (await tenant.PostAsync($"/_tenant/changes/{name}?count={count}")).Status);

    private static async Task StartAsync(HttpClient admin, string kind)
    {
        using var answer = await admin.PostAsJsonAsync(Scans, new { kind }, Cancelled);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
