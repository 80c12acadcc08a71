using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>What is due outlives the portal, in its own database.</summary>
public sealed class ScheduleTests
{
    private const string Daily = "0 0 5 * * ?";
    private const string HalfHourly = "0 0/30 * * * ?";

    [Fact]
    public async Task A_changed_schedule_replaces_the_stored_one_and_a_removed_one_is_gone()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        var graph = new Uri(tenant.Http.BaseAddress!, "v1.0");

        await using (await StartScannedAsync(folder, graph, Daily, HalfHourly))
        {
            Assert.Equal([("full", Daily), ("incremental", HalfHourly)], Stored(folder));
        }

        await using var portal = Portal.Portal.Start(folder, graph, ("Scan:Schedule", "0 0 6 1 1 ?"), ("Scan:IncrementalSchedule", ""));

        Assert.Equal([("full", "0 0 6 1 1 ?")], Stored(folder));
        var next = await portal.NextScansAsync();
        Assert.Equal((1, 1, 6), (next.Full!.Value.Month, next.Full.Value.Day, next.Full.Value.Hour));
        Assert.Null(next.Incremental);
    }

    [Fact]
    public async Task A_schedule_that_was_missed_many_times_runs_once()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        var graph = new Uri(tenant.Http.BaseAddress!, "v1.0");

        await using (await StartScannedAsync(folder, graph, Daily, ""))
        {
        }

        StoredSchedule.MakeDueSince(folder, TimeProvider.System.GetUtcNow().AddDays(-3));
        await using var portal = Portal.Portal.Start(folder, graph, ("Scan:Schedule", Daily));
        var fired = await portal.Firings.EndedAsync(1);

        Assert.Equal(["full"], fired);
        Assert.True((await portal.NextScansAsync()).Full > TimeProvider.System.GetUtcNow());
        Assert.Equal([ScanTrigger.Schedule, ScanTrigger.FirstRun], (await portal.ScansAsync()).Select(scan => scan.Trigger));
    }

    [Fact]
    public async Task Where_both_kinds_are_due_at_once_one_full_scan_is_enough()
    {
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        var graph = new Uri(tenant.Http.BaseAddress!, "v1.0");

        await using (await StartScannedAsync(folder, graph, Daily, Daily))
        {
        }

        StoredSchedule.MakeDueSince(folder, TimeProvider.System.GetUtcNow().AddDays(-3));
        await using var portal = Portal.Portal.Start(folder, graph, ("Scan:Schedule", Daily), ("Scan:IncrementalSchedule", Daily));
        var fired = await portal.Firings.EndedAsync(2);

        Assert.Equal(["full", "incremental"], fired);
        Assert.Equal([ScanTrigger.Schedule, ScanTrigger.FirstRun], (await portal.ScansAsync()).Select(scan => scan.Trigger));
    }

    private static async Task<Portal.Portal> StartScannedAsync(TestFolder folder, Uri graph, string full, string incremental)
    {
        var portal = Portal.Portal.Start(folder, graph, ("Scan:Schedule", full), ("Scan:IncrementalSchedule", incremental));
        Assert.Equal(ScanState.Complete, (await portal.ScanEndedAsync(1)).State);
        return portal;
    }

    private static IEnumerable<(string Name, string Cron)> Stored(TestFolder folder) =>
        StoredSchedule.Crons(folder).OrderBy(trigger => trigger.Key, StringComparer.Ordinal).Select(trigger => (trigger.Key, trigger.Value));
}
