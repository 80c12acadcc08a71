using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Readers see one whole snapshot at any time, whatever happens to a scan.</summary>
public abstract class ScanLifecycleTests : StoreTest
{
    [Fact]
    public async Task Before_the_first_complete_scan_there_is_no_current_snapshot()
    {
        await BeginAsync();

        Assert.Null(await Database.Store.CurrentAsync(Cancel));
    }

    [Fact]
    public async Task The_old_snapshot_stays_current_until_the_new_one_is_complete()
    {
        var people = TestPeople.Numbers(1, 10);
        var old = await ScanAsync(people[..3]);
        var young = await BeginAsync();
        await AddAsync(young, people);
        var during = await Database.Store.CurrentAsync(Cancel);

        await CompleteAsync(young, people);

        var after = await Database.Store.CurrentAsync(Cancel);
        Assert.Equal((old, 3), (during!.Id, during.People));
        Assert.Equal((young, 10), (after!.Id, after.People));
        Assert.NotNull(await Database.Store.PersonAsync(old, people[0].Id, Cancel));
    }

    [Theory]
    [InlineData(ScanState.Failed)]
    [InlineData(ScanState.Cancelled)]
    public async Task A_scan_that_is_not_whole_leaves_the_old_snapshot_and_its_own_head(ScanState state)
    {
        var old = await ScanAsync(TestPeople.Numbers(1, 3));
        var broken = await BeginAsync();
        await AddAsync(broken, TestPeople.Numbers(1, 5));
        var why = new Problem(ProblemKind.Throttled, "Wait a moment.");

        var ended = await Database.Writer.EndAsync(broken, state, why, Cancel);

        Assert.True(ended.Succeeded);
        Assert.Equal(old, (await Database.Store.CurrentAsync(Cancel))!.Id);
        var head = (await Database.Store.RecentScansAsync(1, Cancel)).Single();
        Assert.Equal((broken, state, why, 5), (head.Id, head.State, head.Problem, head.People));
        Assert.Equal(Database.Clock.GetUtcNow(), head.EndedAt);
        Assert.Null(await Database.Store.PersonAsync(broken, TestPeople.Number(1).Id, Cancel));
        Assert.Equal(3, (await Database.Store.SearchPeopleAsync(old, new(), Cancel)).Total);
    }

    [Fact]
    public async Task A_scan_that_has_ended_takes_nothing_more()
    {
        var people = TestPeople.Numbers(1, 2);
        var id = await ScanAsync(people);
        var (population, report) = TestPlaybook.Judge(people);

        Problem[] refusals =
        [
            (await Database.Writer.AddUsersAsync(id, TestPlaybook.Entries(TestPeople.Numbers(3, 1)), Cancel)).Problem,
            (await Database.Writer.SaveTenantAsync(id, TestPlaybook.Tenant, [], Cancel)).Problem,
            (await Database.Writer.CompleteAsync(id, population, report, TestPlaybook.Rules, [], Cancel)).Problem,
            (await Database.Writer.EndAsync(id, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel)).Problem,
            (await Database.Writer.AddUsersAsync(Guid.NewGuid(), [], Cancel)).Problem,
        ];

        Assert.All(refusals, refusal => Assert.Equal(ProblemKind.Conflict, refusal.Kind));
        Assert.Equal((ScanState.Complete, 2), ((await Database.Store.CurrentAsync(Cancel))!.State, (await Database.Store.CurrentAsync(Cancel))!.People));
    }

    [Fact]
    public async Task Numbers_that_disagree_with_what_is_stored_are_refused()
    {
        var id = await BeginAsync();
        await AddAsync(id, TestPeople.Numbers(1, 2));
        var (population, report) = TestPlaybook.Judge(TestPeople.Numbers(1, 3));

        var completed = await Database.Writer.CompleteAsync(id, population, report, TestPlaybook.Rules, [], Cancel);

        Assert.Equal(ProblemKind.Conflict, completed.Problem.Kind);
        Assert.Null(await Database.Store.CurrentAsync(Cancel));
        Assert.Null(await Database.Store.ReportAsync(id, Cancel));
    }

    [Fact]
    public async Task A_page_that_is_delivered_twice_is_stored_once()
    {
        var id = await BeginAsync();
        var page = TestPeople.Numbers(1, 999);

        var first = await AddAsync(id, page);
        var second = await AddAsync(id, page);

        Assert.Equal(page.Select(person => person.Id), first.Select(person => person.Id));
        Assert.Empty(second);
        Assert.Equal(999, (await Database.Store.SearchPeopleAsync(id, new(), Cancel)).Total);
        Assert.Equal(999, (await Database.Store.RecentScansAsync(1, Cancel)).Single().People);
    }

    [Fact]
    public async Task A_person_twice_on_a_page_and_again_on_the_next_is_stored_once_as_first_seen()
    {
        var id = await BeginAsync();
        var person = TestPeople.Number(1);

        var first = await AddAsync(id, person, person with { DisplayName = "Later" }, TestPeople.Number(2));
        var second = await AddAsync(id, TestPeople.Number(3), person with { DisplayName = "Later still" });

        Assert.Equal([person.Id, TestPeople.Number(2).Id], first.Select(one => one.Id));
        Assert.Equal([TestPeople.Number(3).Id], second.Select(one => one.Id));
        Assert.Equal(person.DisplayName, (await Database.Store.PersonAsync(id, person.Id, Cancel))!.DisplayName);
    }

    [Fact]
    public async Task A_page_that_arrives_twice_at_once_is_stored_once()
    {
        var id = await BeginAsync();
        var page = TestPlaybook.Entries(TestPeople.Numbers(1, 300));

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Database.Writer.AddUsersAsync(id, page, Cancel), Cancel)));

        Assert.Equal(300, added.Sum(result => result.Value.Count));
        Assert.Equal(300, (await Database.Store.SearchPeopleAsync(id, new(), Cancel)).Total);
    }

    [Fact]
    public async Task An_empty_page_is_fine()
    {
        var id = await BeginAsync();

        Assert.Empty(await AddAsync(id));
        Assert.Equal(0, (await CompleteAsync(id, [])).People);
    }

    [Fact]
    public async Task The_same_person_may_be_in_many_snapshots()
    {
        var old = await ScanAsync(TestPeople.Number(1));
        var young = await ScanAsync(TestPeople.Number(1) with { DisplayName = "Renamed" });

        Assert.Equal("Person 000001", (await Database.Store.PersonAsync(old, TestPeople.Number(1).Id, Cancel))!.DisplayName);
        Assert.Equal("Renamed", (await Database.Store.PersonAsync(young, TestPeople.Number(1).Id, Cancel))!.DisplayName);
    }

    [Fact]
    public async Task The_database_refuses_a_second_current_snapshot()
    {
        var current = await ScanAsync(TestPeople.Number(1));
        var other = await BeginAsync();
        await using var db = Database.Open();

        foreach (var slot in new[] { 1, 2 })
        {
            db.CurrentSnapshot.Add(new() { Slot = slot, SnapshotId = other });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
            db.ChangeTracker.Clear();
        }

        Assert.Equal(current, (await Database.Store.CurrentAsync(Cancel))!.Id);
    }

    [Fact]
    public async Task Stored_counts_equal_a_recount_in_sql()
    {
        var people = TestPeople.Numbers(1, 1500);
        var id = await ScanAsync(people);
        await using var db = Database.Open();

        var byFootprint = await db.People.Where(person => person.SnapshotId == id)
            .GroupBy(person => person.Footprint).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancel);
        var byVerdict = await db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == id)
            .Join(
                db.People.Where(person => person.SnapshotId == id),
                verdict => verdict.Footprint,
                person => person.Footprint,
                (verdict, person) => new { verdict.ExperienceId, verdict.Verdict })
            .GroupBy(item => new { item.ExperienceId, item.Verdict })
            .ToDictionaryAsync(group => (group.Key.ExperienceId, group.Key.Verdict), group => group.Count(), Cancel);

        var population = await Database.Store.PopulationAsync(id, Cancel);
        var report = await Database.Store.ReportAsync(id, Cancel);
        Assert.Equal(byFootprint, population!.Footprints.ToDictionary(count => FootprintKeys.Of(count.Footprint), count => count.People));
        Assert.All(report!.Experiences, experience => Assert.Equal(
            (experience.Counts.Ready, experience.Counts.NotReady, experience.Counts.Unknown, experience.Counts.NotApplicable),
            (Recount(experience, Verdict.Ready), Recount(experience, Verdict.NotReady),
                Recount(experience, Verdict.Unknown), Recount(experience, Verdict.NotApplicable))));

        int Recount(ExperienceCounts experience, Verdict verdict) => byVerdict.GetValueOrDefault((experience.ExperienceId, verdict));
    }

    [Fact]
    public async Task Recent_scans_come_newest_first_in_all_states()
    {
        var complete = await ScanAsync(TestPeople.Number(1));
        var failed = await BeginAsync();
        await Database.Writer.EndAsync(failed, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel);
        var running = await BeginAsync();

        var recent = await Database.Store.RecentScansAsync(10, Cancel);

        Assert.Equal(
            [(running, ScanState.Running), (failed, ScanState.Failed), (complete, ScanState.Complete)],
            recent.Select(head => (head.Id, head.State)));
        Assert.Equal(3, recent[2].Readings.Length);
        Assert.Equal([running], (await Database.Store.RecentScansAsync(1, Cancel)).Select(head => head.Id));
    }

    [Fact]
    public async Task Room_is_made_by_emptying_all_but_the_newest_and_the_counts_stay()
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
        var running = await BeginAsync();
        await AddAsync(running, TestPeople.Numbers(1, 4));

        await Database.Writer.RemoveOldAsync(keep: 0, Cancel);

        Assert.Equal([10, 4], await PeopleInAsync([current, running]));
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
        Assert.Equal([current], await db.LicenceSets.Select(set => set.SnapshotId).Distinct().ToListAsync(Cancel));
        Assert.Equal([current], await db.FootprintVerdicts.Select(verdict => verdict.SnapshotId).Distinct().ToListAsync(Cancel));
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

public sealed class ScanLifecycleOnSqliteTests : ScanLifecycleTests;

public sealed class ScanLifecycleOnSqlServerTests : ScanLifecycleTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
