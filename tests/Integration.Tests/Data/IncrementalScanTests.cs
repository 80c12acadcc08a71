using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// Whatever changes, a scan that asks only for changes ends with what a scan of everybody would have stored, and with what
/// the directory says; and snapshots before it show what they always showed.
/// </summary>
public abstract class IncrementalScanTests : StoreTest
{
    private const int Rounds = 3;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task It_equals_a_full_scan_and_the_directory_round_after_round(int seed)
    {
        var tenant = new ChangingTenant(seed);
        tenant.Grow(40);
        await FullScanAsync(Database, tenant);
        using var folder = new TestFolder();
        await using var fresh = TestDatabase.Sqlite(folder.Path);
        TestScan.Ok(await fresh.Preparation.PrepareAsync(Cancel));
        var before = Facts(tenant);
        var first = (await Database.Store.CurrentAsync(Cancel))!;
        List<(Guid Id, string Shown)> kept = [(first.Id, await ShownAsync(Database, first.Id))];

        for (var round = 0; round < Rounds; round++)
        {
            var scan = await Database.BeginAsync(ScanKind.Incremental);
            await scan.SaveTenantAsync();

            foreach (var page in tenant.Change(25))
            {
                await scan.ApplyAsync(page);
            }

            Assert.Equal(tenant.People.Count, scan.Scan.People);
            var head = await Database.CompleteAsync(scan);
            var full = await FullScanAsync(fresh, tenant);

            await IsTheDirectoryAsync(head, tenant);
            Assert.Equal(NaiveCounts.Changes(before, Facts(tenant)), head.Changes);
            Assert.Equal(await ShownAsync(fresh, full.Id), await ShownAsync(Database, head.Id));
            await StoredCounts.AreThoseOfTheRowsAsync(Database, head.Id);
            await StoredCounts.AreThoseOfTheRowsAsync(fresh, full.Id);

            foreach (var (id, shown) in kept)
            {
                Assert.Equal(shown, await ShownAsync(Database, id));
            }

            kept.Add((head.Id, await ShownAsync(Database, head.Id)));
            before = Facts(tenant);
        }
    }

    [Fact]
    public async Task A_scan_in_which_nothing_changed_adds_no_row()
    {
        var people = TestPeople.Numbers(1, 50);
        await ScanAsync(people);

        var head = await Database.ChangeAsync([.. people.Select(person => person.Now()), new("nobody", null, UserProperties.None)]);

        await using var db = Database.Open();
        Assert.Equal((50, new PeopleChanges(0, 0, 0)), (head.People, head.Changes));
        Assert.Equal(50, db.People.Count(person => person.Since == 1 && person.Until == PersonRecord.Forever));
        Assert.Equal(50, db.People.Count());
    }

    [Fact]
    public async Task A_person_who_becomes_what_they_were_counts_as_unchanged()
    {
        var person = TestPeople.Number(1);
        await ScanAsync(person, TestPeople.Number(2), TestPeople.Number(3));
        var scan = await Database.BeginAsync(ScanKind.Incremental);
        await scan.SaveTenantAsync();

        await scan.ApplyAsync([(person with { DisplayName = "For a moment" }).Now(), TestPeople.Number(2).Gone()]);
        await scan.ApplyAsync([person.Now(), TestPeople.Number(2).Now()]);

        Assert.Equal(new PeopleChanges(0, 0, 0), (await Database.CompleteAsync(scan)).Changes);
    }

    [Fact]
    public async Task A_product_that_is_suspended_in_between_is_counted_for_everybody()
    {
        var people = TestPeople.Numbers(1, 200);
        await ScanAsync(people);
        var sure = TestPlaybook.With(sku => sku.SkuId == TestPlaybook.SureSku ? sku with { PrepaidUnits = new(9, 0, 1, 0) } : sku);
        using var folder = new TestFolder();
        await using var fresh = TestDatabase.Sqlite(folder.Path);
        TestScan.Ok(await fresh.Preparation.PrepareAsync(Cancel));

        var suspended = await Database.ChangeAsync([people[0].Gone()], sure);
        var full = await fresh.ScanAsync(people[1..], sure);
        var stored = Text(await Database.Store.PopulationAsync(suspended.Id, Cancel));

        Assert.Equal(await ShownAsync(fresh, full), await ShownAsync(Database, suspended.Id));
        Assert.Equal(Text(TestPlaybook.Judge(people[1..], sure).Population), stored);
        Assert.NotEqual(Text(TestPlaybook.Judge(people[1..]).Population), stored);
        await StoredCounts.AreThoseOfTheRowsAsync(Database, suspended.Id);

        var again = await Database.ChangeAsync([]);
        Assert.Equal(await ShownAsync(fresh, await fresh.ScanAsync(people[1..])), await ShownAsync(Database, again.Id));
    }

    [Fact]
    public async Task After_a_snapshot_of_an_earlier_version_that_counted_by_less_everybody_is_counted_anew()
    {
        var people = TestPeople.Numbers(1, 60);
        var before = await ScanAsync(people);

        await using (var db = Database.Open())
        {
            Assert.NotEqual(0, await db.GroupCounts.Where(count => count.SnapshotId == before && count.Dimension == Dimension.Office).ExecuteDeleteAsync(Cancel));
        }

        var head = await Database.ChangeAsync([people[0].Gone(), (people[1] with { OfficeLocation = "Elsewhere" }).Now()]);

        Assert.Equal(new PeopleChanges(0, 1, 1), head.Changes);
        await StoredCounts.AreThoseOfTheRowsAsync(Database, head.Id);
    }

    private static async Task<SnapshotHead> FullScanAsync(TestDatabase database, ChangingTenant tenant)
    {
        var scan = await database.BeginAsync();
        await scan.SaveTenantAsync();
        await scan.ReadAsync(tenant.ReadAll());
        return await database.CompleteAsync(scan);
    }

    private async Task IsTheDirectoryAsync(SnapshotHead head, ChangingTenant tenant)
    {
        var (population, report) = TestPlaybook.Judge(tenant.People);

        Assert.Equal(tenant.People.Count, head.People);
        Assert.Equal(Text(population), Text(await Database.Store.PopulationAsync(head.Id, Cancel)));
        Assert.Equal(Flat(report), Flat(await Database.Store.ReportAsync(head.Id, Cancel)));
        Assert.Equal(
            Facts(tenant).OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => person.Value),
            await PeopleAsync(Database, head.Id));

        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            Assert.Equal(
                NaiveCounts.Breakdown(tenant.People, TestPlaybook.Rules, dimension),
                await Database.Store.BreakdownAsync(head.Id, dimension, Cancel));
        }
    }

    // Everything that readers can see of a snapshot.
    private static async Task<string> ShownAsync(TestDatabase database, Guid id)
    {
        var groups = new List<GroupVerdicts>();

        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            groups.AddRange(await database.Store.BreakdownAsync(id, dimension, Cancel));
        }

        return string.Join('\n', [
            .. (await PeopleAsync(database, id)).Select(person => person + string.Concat(StoredHoldings.Write(person.Holdings).Json)),
            .. groups.Select(group => group.ToString()),
            Text(await database.Store.PopulationAsync(id, Cancel)),
            Flat(await database.Store.ReportAsync(id, Cancel))]);
    }

    private static async Task<List<UserFacts>> PeopleAsync(TestDatabase database, Guid id)
    {
        var list = await database.Store.SearchPeopleAsync(id, new(Take: 5000), Cancel);
        Assert.Equal(list.Total, list.People.Length);
        Assert.Equal(
            list.People.Select(person => SearchWords.SortName(person.DisplayName)).Order(StringComparer.Ordinal),
            list.People.Select(person => SearchWords.SortName(person.DisplayName)));
        List<UserFacts> people = [];

        foreach (var row in list.People.OrderBy(person => person.Id, StringComparer.Ordinal))
        {
            people.Add((await database.Store.PersonAsync(id, row.Id, Cancel))!);
        }

        return people;
    }

    private static ImmutableDictionary<string, UserFacts> Facts(ChangingTenant tenant) => tenant.People.ToImmutableDictionary(person => person.Id);

    private static string Flat(ReadinessReport? report) => JsonSerializer.Serialize(new
    {
        report!.Anyone,
        report.Experiences,
        report.Reasons,
        Checks = report.Checks.OrderBy(check => check.Key, StringComparer.Ordinal),
    });
}

public sealed class IncrementalScanOnSqliteTests : IncrementalScanTests;

public sealed class IncrementalScanOnSqlServerTests : IncrementalScanTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
