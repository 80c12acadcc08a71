using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Old snapshots make room; what is kept stays as it was.</summary>
public abstract class MakingRoomTests : StoreTest
{
    [Fact]
    public async Task All_but_the_newest_are_emptied_and_the_counts_stay()
    {
        List<Guid> scans = [];

        for (var scan = 0; scan < 4; scan++)
        {
            scans.Add(await ScanAsync(TestPeople.Numbers(1, 10)));
        }

        var emptied = await Database.Writer.RemoveOldAsync(keep: 2, Cancel);
        var again = await Database.Writer.RemoveOldAsync(keep: 2, Cancel);

        Assert.Equal((2, 0), (emptied, again));
        Assert.Equal([0, 0, 10, 10], await PeopleInAsync(scans));
        Assert.Null(await Database.Store.TenantAsync(scans[0], Cancel));
        Assert.Null(await Database.Store.PopulationAsync(scans[0], Cancel));
        Assert.NotNull(await Database.Store.TenantAsync(scans[2], Cancel));
        Assert.Equal(10, (await Database.Store.RecentScansAsync(9, Cancel)).Single(head => head.Id == scans[0]).People);
        Assert.NotNull(await Database.Store.ReportAsync(scans[0], Cancel));
    }

    [Fact]
    public async Task The_current_and_the_running_snapshot_are_never_emptied()
    {
        var current = await ScanAsync(TestPeople.Numbers(1, 10));
        var running = await Database.BeginAsync();
        await running.ReadAsync(TestPeople.Numbers(1, 4));

        await Database.Writer.RemoveOldAsync(keep: 0, Cancel);

        Assert.Equal(10, Assert.Single(await PeopleInAsync([current])));
        Assert.Equal(4, (await Database.CompleteAsync(running)).People);
        Assert.Equal([10, 4], await PeopleInAsync([current, running.Scan.Id]));
    }

    [Fact]
    public async Task A_snapshot_larger_than_a_batch_is_emptied_whole_and_its_neighbour_is_left_alone()
    {
        var people = TestPeople.Numbers(1, 5000);
        var old = await ScanAsync(people);
        var current = await ScanAsync(people);

        await Database.Writer.RemoveOldAsync(keep: 1, Cancel);

        Assert.Equal([0, 5000], await PeopleInAsync([old, current]));
        await using var db = Database.Open();
        Assert.Equal([current], await db.SnapshotProfiles.Select(profile => profile.SnapshotId).Distinct().ToListAsync(Cancel));
        Assert.Equal([current], await db.FootprintVerdicts.Select(verdict => verdict.SnapshotId).Distinct().ToListAsync(Cancel));
        Assert.Equal(5000, await db.People.CountAsync(Cancel));
        Assert.Equal(5000, await db.PeopleById.CountAsync(Cancel));
        Assert.Equal(5000, await db.PeopleByName.CountAsync(Cancel));
    }

    private async Task<List<int>> PeopleInAsync(IEnumerable<Guid> scans)
    {
        List<int> totals = [];

        foreach (var scan in scans)
        {
            totals.Add((await Database.Store.SearchPeopleAsync(scan, new(), Cancel)).Total);
        }

        return totals;
    }
}

public sealed class MakingRoomOnSqliteTests : MakingRoomTests;

public sealed class MakingRoomOnSqlServerTests : MakingRoomTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
