using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Where people stand in what policies name is stored with them and counted, whatever way a scan learns of it.</summary>
public abstract class MembershipsTests : StoreTest
{
    private static readonly string[] Sets = ["g1", "g2", "g3", "r1"];

    private static readonly UserFacts[] People = [.. TestPeople.Numbers(1, 90)];

    [Fact]
    public async Task Everybody_is_stored_with_what_they_are_in()
    {
        var index = Index(new Random(1));

        var scan = await Database.BeginAsync();
        scan.Memberships = index;
        await scan.SaveTenantAsync();
        await scan.ReadAsync(People);
        var id = (await Database.CompleteAsync(scan)).Id;

        await AreAsync(id, People, index);
    }

    [Fact]
    public async Task A_later_scan_brings_up_to_date_whoever_is_in_something_else()
    {
        var (first, second) = (Index(new Random(1)), Index(new Random(2)));
        var old = await FullAsync(first);

        var scan = await Database.BeginAsync(ScanKind.Incremental);
        scan.Memberships = second;
        await scan.SaveTenantAsync();
        await scan.ApplyAsync([People[4].Gone(), (People[5] with { DisplayName = "Another" }).Now()]);
        await SettleAsync(scan);
        var young = (await Database.CompleteAsync(scan)).Id;

        await AreAsync(old, People, first);
        await AreAsync(young, [.. People.Where(person => person.Id != People[4].Id)], second);
        Assert.Equal("Another", (await Database.Store.PersonAsync(young, People[5].Id, Cancel))!.DisplayName);
    }

    [Fact]
    public async Task Who_is_in_the_same_as_before_costs_nothing()
    {
        var index = Index(new Random(1));
        await FullAsync(index);

        var scan = await Database.BeginAsync(ScanKind.Incremental);
        scan.Memberships = Index(new Random(1));
        await scan.SaveTenantAsync();
        await scan.ApplyAsync([]);
        var before = scan.Scan.At.NextKey;
        await SettleAsync(scan);

        Assert.Equal(before, scan.Scan.At.NextKey);
        Assert.Equal(index.Digest(), scan.Memberships.Digest());
        Assert.NotEqual(index.Digest(), Index(new Random(2)).Digest());
    }

    [Fact]
    public async Task A_scan_that_was_cut_off_among_its_people_ends_with_what_is_true_at_last()
    {
        var (first, second) = (Index(new Random(3)), Index(new Random(4)));
        var scan = await Database.BeginAsync();
        scan.Memberships = first;
        await scan.SaveTenantAsync();
        await scan.ReadAsync(People);

        var resumed = (await Database.Writer.ResumeAsync(Cancel)).Value!;
        resumed.Memberships = second;
        await SettleAsync(resumed);
        var id = (await Database.CompleteAsync(resumed)).Id;

        await AreAsync(id, People, second);
    }

    private async Task<Guid> FullAsync(MembershipIndex index)
    {
        var scan = await Database.BeginAsync();
        scan.Memberships = index;
        await scan.SaveTenantAsync();
        await scan.ReadAsync(People);
        return (await Database.CompleteAsync(scan)).Id;
    }

    private static async Task SettleAsync(ScanWriter scan)
    {
        TestScan.Ok(await scan.GoOnAsync(ScanStage.Memberships, null, ReadingCost.None, Cancel));
        TestScan.Ok(await scan.SettleMembershipsAsync(TestPlaybook.Rules.Products, ReadingCost.None, Cancel));
        Assert.Equal(ScanStage.Judging, scan.Scan.At.Stage);
    }

    // Person by person, and counted.
    private async Task AreAsync(Guid id, UserFacts[] people, MembershipIndex index)
    {
        foreach (var person in people)
        {
            Assert.Equal(index.Of(person.Id), (await Database.Store.PersonAsync(id, person.Id, Cancel))!.Memberships);
        }

        Assert.Equal(
            people.Where(person => person.AccountEnabled != false)
                .GroupBy(person => new PersonClass(index.Of(person.Id), person.UserType, person.Invitation))
                .Select(group => (group.Key, group.Count())).ToHashSet(),
            (await Database.Store.ClassesAsync(id, Cancel)).Select(count => (count.Class, count.People)).ToHashSet());
    }

    private static MembershipIndex Index(Random random)
    {
        var index = new MembershipIndex();

        foreach (var set in Sets)
        {
            index.Add(set[0] is 'g' ? MembershipKind.Group : MembershipKind.Role, set, People.Where(_ => random.Next(3) == 0).Select(person => person.Id));
        }

        index.AddNamed([People[random.Next(People.Length)].Id]);
        return index;
    }
}

public sealed class MembershipsOnSqliteTests : MembershipsTests;

public sealed class MembershipsOnSqlServerTests : MembershipsTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
