using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.Portal;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Integration.Tests.Startup;

namespace MeshReadiness.Integration.Tests.Scheduling;

/// <summary>Two instances on one SQL Server; skipped, with the reason, where there is none.</summary>
public sealed class TakeoverTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_instances_one_scans_and_the_other_takes_over_when_it_dies()
    {
        await using var database = await TestDatabase.SqlServerAsync();
        using var folder = new TestFolder();
        await using var tenant = await RunningTenant.StartAsync("--people 1500");
        await using var front = await TenantFront.StartAsync(tenant);
        front.HoldsMidway = true;
        string[] settings =
        [
            "urls=http://127.0.0.1:0", $"Tenant:BaseUrl={front.BaseUrl}", "Scan:IncrementalSchedule=",
            "Database:Provider=SqlServer", $"Database:ConnectionString={database.ConnectionString}",
        ];
        using var first = PortalProcess.Start(folder, "Development", settings);
        await front.Held.Task.WaitAsync(Cancelled);
        using var second = PortalProcess.Start(folder, "Development", settings);
        await second.AddressAsync();

        Assert.Single(await database.Store.RecentScansAsync(10, Cancelled));
        first.Kill();
        front.LetGo();
        await second.SaysAsync("is current with 1500 people");

        var newest = (await database.Store.RecentScansAsync(10, Cancelled))[0];
        Assert.Equal((ScanTrigger.FirstRun, ScanState.Complete), (newest.Trigger, newest.State));
    }
}
