using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
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

    [Fact]
    public async Task Of_snapshots_that_share_rows_exactly_those_stay_that_a_kept_one_needs()
    {
        var tenant = new ChangingTenant(3);
        await ScanAsync(tenant.Grow(80));
        List<(Guid Id, int Number, string Shown)> scans = [];

        for (var scan = 0; scan < 5; scan++)
        {
            var id = (await Database.ChangeAsync(tenant.Change(30).SelectMany(page => page))).Id;
            scans.Add((id, scan + 2, await ShownAsync(id)));
        }

        await using var db = Database.Open();
        var all = await db.People.AsNoTracking().ToListAsync(Cancel);

        foreach (var keep in new[] { 4, 2, 1 })
        {
            var kept = scans.TakeLast(keep).ToList();
            var oldest = kept[0].Number;
            await Database.Writer.RemoveOldAsync(keep, Cancel);

            var needed = all.Where(person => person.Until > oldest).Select(person => person.Key).Order().ToList();
            Assert.True(needed.Count < all.Count);
            Assert.Equal(needed, await db.People.Select(person => person.Key).OrderBy(key => key).ToListAsync(Cancel));
            Assert.Equal(needed, await db.PeopleById.Select(entry => entry.Key).OrderBy(key => key).ToListAsync(Cancel));
            Assert.Equal(needed, await db.PeopleByName.Select(entry => entry.Key).OrderBy(key => key).ToListAsync(Cancel));
            Assert.All(kept, scan => Assert.Contains(scan.Id, db.SnapshotProfiles.Select(profile => profile.SnapshotId)));

            foreach (var (id, _, shown) in kept)
            {
                Assert.Equal(shown, await ShownAsync(id));
                await StoredCounts.AreThoseOfTheRowsAsync(Database, id);
            }

            foreach (var (id, _, _) in scans.SkipLast(keep))
            {
                Assert.Empty((await Database.Store.SearchPeopleAsync(id, new(), Cancel)).People);
                Assert.NotNull(await Database.Store.ReportAsync(id, Cancel));
            }
        }
    }

    [Fact]
    public async Task What_nobody_has_any_more_is_forgotten_and_what_somebody_has_stays()
    {
        await ScanAsync([.. TestPeople.Numbers(1, 300)]);
        var current = await ScanAsync([.. TestPeople.Numbers(1, 3)]);

        await Database.Writer.RemoveOldAsync(keep: 1, Cancel);

        await using var db = Database.Open();
        var used = await db.People.Select(person => person.ProfileId).Distinct().Order().ToListAsync(Cancel);
        Assert.Equal(used, await db.Profiles.Select(profile => profile.Id).Order().ToListAsync(Cancel));
        Assert.Equal(
            await db.Profiles.Select(profile => profile.HoldingsId).Distinct().Order().ToListAsync(Cancel),
            await db.Holdings.Select(holdings => holdings.Id).Order().ToListAsync(Cancel));
        Assert.Empty(db.HoldingsSkus.Where(sku => !db.Holdings.Any(holdings => holdings.Id == sku.HoldingsId)));
        Assert.Equal(TestPeople.Number(3), await Database.Store.PersonAsync(current, TestPeople.Number(3).Id, Cancel));
    }

    [Fact]
    public async Task What_a_running_scan_may_be_about_to_use_is_not_forgotten()
    {
        await ScanAsync([.. TestPeople.Numbers(1, 300)]);
        await ScanAsync([.. TestPeople.Numbers(1, 3)]);
        var running = await Database.BeginAsync(ScanKind.Incremental);
        await running.SaveTenantAsync();
        await running.ApplyAsync(TestPeople.Numbers(4, 100).Select(person => person.Now()));

        await Database.Writer.RemoveOldAsync(keep: 1, Cancel);
        await running.ApplyAsync(TestPeople.Numbers(104, 100).Select(person => person.Now()));

        var head = await Database.CompleteAsync(running);
        Assert.Equal(203, head.People);
        await StoredCounts.AreThoseOfTheRowsAsync(Database, head.Id);

        foreach (var person in TestPeople.Numbers(1, 203))
        {
            Assert.Equal(person, await Database.Store.PersonAsync(head.Id, person.Id, Cancel));
        }
    }

    private async Task<string> ShownAsync(Guid id)
    {
        var list = await Database.Store.SearchPeopleAsync(id, new(Take: 5000), Cancel);
        List<string> shown = [$"{list.Total}"];

        foreach (var row in list.People)
        {
            shown.Add($"{row} {StoredHoldings.Write((await Database.Store.PersonAsync(id, row.Id, Cancel))!.Holdings).Json}");
        }

        shown.Add(string.Join(' ', (await Database.Store.SearchPeopleAsync(id, new("ann"), Cancel)).People.Select(person => person.Id)));
        return string.Join('\n', shown);
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
