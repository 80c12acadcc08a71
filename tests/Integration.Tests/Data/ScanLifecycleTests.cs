using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Readers see one whole snapshot at any time, whatever happens to a scan.</summary>
public abstract class ScanLifecycleTests : StoreTest
{
    [Fact]
    public async Task Before_the_first_complete_scan_there_is_no_current_snapshot()
    {
        var scan = await Database.BeginAsync();
        await scan.ReadAsync(TestPeople.Numbers(1, 3));

        Assert.Null(await Database.Store.CurrentAsync(Cancel));
        Assert.Empty((await Database.Store.SearchPeopleAsync(scan.Scan.Id, new(), Cancel)).People);
        Assert.Null(await Database.Store.PersonAsync(scan.Scan.Id, TestPeople.Number(1).Id, Cancel));
    }

    [Fact]
    public async Task The_old_snapshot_stays_current_until_the_new_one_is_complete()
    {
        var people = TestPeople.Numbers(1, 10);
        var old = await ScanAsync(people[..3]);
        var young = await Database.BeginAsync();
        await young.ReadAsync(people);
        var during = await Database.Store.CurrentAsync(Cancel);

        await Database.CompleteAsync(young);

        var after = await Database.Store.CurrentAsync(Cancel);
        Assert.Equal((old, 3), (during!.Id, during.People));
        Assert.Equal((young.Scan.Id, 10), (after!.Id, after.People));
        Assert.NotNull(await Database.Store.PersonAsync(old, people[0].Id, Cancel));
    }

    [Theory]
    [InlineData(ScanState.Failed)]
    [InlineData(ScanState.Cancelled)]
    public async Task A_scan_that_is_not_whole_leaves_the_old_snapshot_and_its_own_head(ScanState state)
    {
        var old = await ScanAsync(TestPeople.Numbers(1, 3));
        var broken = await Database.BeginAsync();
        await broken.ReadAsync(TestPeople.Numbers(1, 5));
        var why = new Problem(ProblemKind.Throttled, "Wait a moment.");

        var ended = await Database.Writer.EndAsync(broken.Scan.Id, state, why, Cancel);

        Assert.True(ended.Succeeded);
        Assert.Equal(old, (await Database.Store.CurrentAsync(Cancel))!.Id);
        var head = (await Database.Store.RecentScansAsync(1, Cancel)).Single();
        Assert.Equal((broken.Scan.Id, state, why, 5), (head.Id, head.State, head.Problem, head.People));
        Assert.Equal(Database.Clock.GetUtcNow(), head.EndedAt);
        Assert.Null(await Database.Store.PersonAsync(broken.Scan.Id, TestPeople.Number(1).Id, Cancel));
        Assert.Equal(3, (await Database.Store.SearchPeopleAsync(old, new(), Cancel)).Total);
    }

    [Fact]
    public async Task A_scan_that_has_ended_takes_nothing_more()
    {
        var scan = await Database.BeginAsync();
        await scan.SaveTenantAsync();
        await scan.ReadAsync(TestPeople.Numbers(1, 2));
        await Database.CompleteAsync(scan);
        var count = (await Database.Writer.CountAsync(scan.Scan, TestPlaybook.Rules, Cancel)).Value;

        Problem[] refusals =
        [
            (await scan.AppendAsync(TestPeople.Number(3))).Problem,
            (await scan.SaveTenantAsync(TestPlaybook.Tenant, [], null, ReadingCost.None, Cancel)).Problem,
            (await scan.GoOnAsync(ScanStage.Changes, null, ReadingCost.None, Cancel)).Problem,
            (await scan.ApplyAsync([TestPeople.Number(1).Gone()], scan.Scan.At.In(ScanStage.Changes), null, TestPlaybook.Rules.Products, ReadingCost.None, Cancel)).Problem,
            (await Database.Writer.CompleteAsync(scan.Scan, count, TestPlaybook.Report(count.Population), TestPlaybook.Rules, [], Cancel)).Problem,
            (await Database.Writer.EndAsync(scan.Scan.Id, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel)).Problem,
            (await Database.Writer.EndAsync(Guid.NewGuid(), ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel)).Problem,
        ];

        Assert.All(refusals, refusal => Assert.Equal(ProblemKind.Conflict, refusal.Kind));
        var current = await Database.Store.CurrentAsync(Cancel);
        Assert.Equal((ScanState.Complete, 2), (current!.State, current.People));
        Assert.Equal(2, (await Database.Store.SearchPeopleAsync(current.Id, new(), Cancel)).People.Length);
    }

    [Theory]
    [InlineData(ScanKind.Full)]
    [InlineData(ScanKind.Incremental)]
    public async Task While_a_scan_runs_no_other_one_begins(ScanKind kind)
    {
        await ScanAsync(TestPeople.Numbers(1, 3));
        var running = await Database.BeginAsync(ScanKind.Incremental);

        var second = await Database.Writer.BeginAsync(kind, ScanTrigger.Manual, Admin, TestPlaybook.Playbook, Cancel);
        var anew = await Database.Writer.BeginAnewAsync("The link has run out.", ScanTrigger.Manual, Admin, TestPlaybook.Playbook, Cancel);

        Assert.Equal((ProblemKind.Conflict, ProblemKind.Conflict), (second.Problem.Kind, anew.Problem.Kind));
        Assert.Equal(2, (await Database.Store.RecentScansAsync(9, Cancel)).Length);
        TestScan.Ok(await Database.Writer.EndAsync(running.Scan.Id, ScanState.Failed, second.Problem, Cancel));
        var last = (await Database.Writer.BeginAnewAsync("The link has run out.", ScanTrigger.Manual, Admin, TestPlaybook.Playbook, Cancel)).Value;
        Assert.Equal((ScanKind.Full, "The link has run out."), (last.Scan.Kind, last.Scan.KindBecause));
    }

    [Fact]
    public async Task A_page_that_is_delivered_twice_is_stored_once()
    {
        var scan = await Database.BeginAsync();
        var page = TestPeople.Numbers(1, 999);

        await scan.ReadAsync([.. page, .. page]);
        var head = await Database.CompleteAsync(scan);

        Assert.Equal(999, head.People);
        Assert.Equal(999, (await Database.Store.SearchPeopleAsync(head.Id, new(), Cancel)).Total);
        Assert.Equal(page.Length, (await EverybodyAsync(head.Id)).Count);
    }

    [Fact]
    public async Task Of_a_person_who_comes_several_times_the_last_facts_count()
    {
        var person = TestPeople.Number(1);
        var scan = await Database.BeginAsync();
        TestScan.Ok(await scan.AppendAsync(person, person with { DisplayName = "Later" }, TestPeople.Number(2)));
        TestScan.Ok(await scan.AppendAsync(TestPeople.Number(3), person with { DisplayName = "Later still" }));
        TestScan.Ok(await scan.AppendAsync(TestPeople.Number(2) with { Department = "Moved" }));

        TestScan.Ok(await scan.IndexAsync(Cancel));
        var head = await Database.CompleteAsync(scan);

        Assert.Equal(3, head.People);
        Assert.Equal("Later still", (await Database.Store.PersonAsync(head.Id, person.Id, Cancel))!.DisplayName);
        Assert.Equal("Moved", (await Database.Store.PersonAsync(head.Id, TestPeople.Number(2).Id, Cancel))!.Department);
        Assert.Empty((await Database.Store.SearchPeopleAsync(head.Id, new("Person 000001"), Cancel)).People.Where(row => row.Id == person.Id && row.DisplayName != "Later still"));
        Assert.Equal(["Later still", "Person 000002", "Person 000003"], await EverybodyAsync(head.Id));
    }

    [Fact]
    public async Task An_empty_directory_is_fine()
    {
        var id = await ScanAsync();

        Assert.Equal(0, (await Database.Store.CurrentAsync(Cancel))!.People);
        Assert.Equal(0, (await Database.Store.PopulationAsync(id, Cancel))!.People);
        Assert.Empty((await Database.Store.SearchPeopleAsync(id, new(), Cancel)).People);
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
        var other = (await Database.BeginAsync()).Scan.Id;
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
    public async Task Recent_scans_come_newest_first_in_all_states()
    {
        var complete = await ScanAsync(TestPeople.Number(1));
        var failed = (await Database.BeginAsync()).Scan.Id;
        await Database.Writer.EndAsync(failed, ScanState.Failed, new(ProblemKind.Unavailable, "No."), Cancel);
        var running = (await Database.BeginAsync()).Scan.Id;

        var recent = await Database.Store.RecentScansAsync(10, Cancel);

        Assert.Equal(
            [(running, ScanState.Running), (failed, ScanState.Failed), (complete, ScanState.Complete)],
            recent.Select(head => (head.Id, head.State)));
        Assert.Equal(3, recent[2].Readings.Length);
        Assert.Equal([running], (await Database.Store.RecentScansAsync(1, Cancel)).Select(head => head.Id));
    }

    [Fact]
    public async Task A_scan_that_was_asked_to_end_hears_of_it_at_its_next_step()
    {
        Assert.False((await Database.Writer.RequestCancelAsync(Cancel)).Value);
        var scan = await Database.BeginAsync();
        TestScan.Ok(await scan.AppendAsync(TestPeople.Number(1)));

        var asked = await Database.Writer.RequestCancelAsync(Cancel);

        Problem[] told =
        [
            (await scan.AppendAsync(TestPeople.Number(2))).Problem,
            (await scan.IndexAsync(Cancel)).Problem,
            (await scan.GoOnAsync(ScanStage.Changes, null, ReadingCost.None, Cancel)).Problem,
            (await scan.StartOverAsync(Cancel)).Problem,
        ];
        Assert.True(asked.Value);
        Assert.All(told, problem => Assert.Equal(ProblemKind.Cancelled, problem.Kind));
        Assert.True((await Database.Writer.ResumeAsync(Cancel)).Value!.Scan.CancelRequested);
        Assert.True((await Database.Writer.EndAsync(scan.Scan.Id, ScanState.Cancelled, told[0], Cancel)).Succeeded);
        Assert.False((await Database.BeginAsync()).Scan.CancelRequested);
    }

    private async Task<List<string?>> EverybodyAsync(Guid id) =>
        [.. (await Database.Store.SearchPeopleAsync(id, new(Take: 5000), Cancel)).People.Select(person => person.DisplayName)];
}

public sealed class ScanLifecycleOnSqliteTests : ScanLifecycleTests;

public sealed class ScanLifecycleOnSqlServerTests : ScanLifecycleTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
