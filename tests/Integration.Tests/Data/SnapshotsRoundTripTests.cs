using System.Reflection;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What is stored comes back as it was.</summary>
public abstract class SnapshotsRoundTripTests : StoreTest
{
    private static readonly ReadingCost Cost = new(3, 4_000_000_000, 5, 1, 2, TimeSpan.FromSeconds(7));

    private static readonly MethodInfo AnyPart = typeof(SnapshotsRoundTripTests).GetMethod(nameof(Part), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static TheoryData<string> People => [.. Samples.Keys];

    private static readonly Dictionary<string, UserFacts> Samples = new()
    {
        ["only an id"] = new() { Id = "p" },
        ["everything"] = new()
        {
            Id = "33333333-3333-3333-3333-333333333333",
            DisplayName = "Grace Hopper",
            UserPrincipalName = "grace@contoso.example",
            Mail = "grace.hopper@contoso.example",
            AccountEnabled = false,
            UserType = UserType.Guest,
            Invitation = InvitationState.PendingAcceptance,
            UsageLocation = "US",
            Department = "Compilers",
            JobTitle = "Rear admiral",
            OfficeLocation = "Arlington",
            Country = "United States",
            AssignedLicenses = [new(TestPlaybook.FullSku, [TestPlaybook.TeamsPlan, Guid.Empty]), new(TestPlaybook.SmallSku, [])],
            AssignedPlans =
            [
                new(TestPlaybook.TeamsPlan, CapabilityStatus.Deleted, "Deleted"),
                new(TestPlaybook.TeamsPlan, CapabilityStatus.Enabled, "enabled"),
                new(TestPlaybook.OfficePlan, CapabilityStatus.Unrecognised, "PendingSomethingNew"),
            ],
            LicenseAssignmentStates =
            [
                new(TestPlaybook.FullSku, null, [], "Active", null),
                new(TestPlaybook.FullSku, "g1", [TestPlaybook.TeamsPlan], "Error", "CountViolation"),
                new(TestPlaybook.SmallSku, "g2", [], "SomethingNew", "None"),
            ],
        },
        ["256 characters"] = new() { Id = new string('a', 64), DisplayName = new string('ü', 256), Department = new string('d', 256) },
        ["not Latin"] = new() { Id = "q", DisplayName = "山田 太郎 🧑‍🚀 عبد الله", Mail = "Ω@例え.example", JobTitle = "שרטט" },
        ["empty texts"] = new() { Id = "r", DisplayName = "", Mail = " ", UsageLocation = "" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_person_comes_back_as_stored(string who)
    {
        var person = Samples[who];

        var id = await ScanAsync(person);

        Assert.Equal(person, await Database.Store.PersonAsync(id, person.Id, Cancel));
    }

    [Fact]
    public async Task People_are_counted_by_what_policies_can_tell_about_them()
    {
        var random = new Random(6);
        PolicyMemberships[] memberships = [PolicyMemberships.None, new(["g1"], [], null), new(["g1", "g2"], ["r1"], null), new([], [], "p3")];
        List<UserFacts> people =
        [
            .. TestPeople.Numbers(1, 80).Select(person => person with
            {
                Memberships = memberships[random.Next(memberships.Length)],
                UserType = new UserType?[] { UserType.Member, UserType.Guest, null }[random.Next(3)],
                Invitation = new InvitationState?[] { InvitationState.Accepted, null }[random.Next(2)],
                AccountEnabled = new bool?[] { true, false, null }[random.Next(3)],
                UsageLocation = new[] { "US", null }[random.Next(2)],
            }),
        ];

        var scan = await Database.BeginAsync();
        await scan.SaveTenantAsync();

        foreach (var person in people)
        {
            person.Memberships.GroupIds.ToList().ForEach(group => scan.Memberships.Add(MembershipKind.Group, group, [person.Id]));
            person.Memberships.RoleTemplateIds.ToList().ForEach(role => scan.Memberships.Add(MembershipKind.Role, role, [person.Id]));
            scan.Memberships.Add(MembershipKind.User, person.Memberships.UserId ?? "", person.Memberships.UserId is null ? [] : [person.Id]);
        }

        await scan.ReadAsync(people);
        var id = (await Database.CompleteAsync(scan)).Id;

        var expected = people.Where(person => person.AccountEnabled is not false)
            .GroupBy(person => new PersonClass(person.Memberships, person.UserType, person.Invitation)).ToDictionary(group => group.Key, group => group.Count());
        Assert.True(expected.Count > 10);
        Assert.Equal(expected, (await Database.Store.ClassesAsync(id, Cancel)).ToDictionary(count => count.Class, count => count.People));
    }

    [Fact]
    public async Task A_department_is_the_same_with_blanks_behind_it()
    {
        var id = await ScanAsync([.. TestPeople.Numbers(1, 4).Zip(["Sales", "Sales ", " Sales", "Sales"], (person, department) => person with { Department = department })]);

        var groups = await Database.Store.BreakdownAsync(id, Dimension.Department, Cancel);
        Assert.Equal([" Sales", "Sales"], groups.Select(group => group.Value).Distinct());
    }

    [Fact]
    public async Task A_department_that_is_too_long_is_cut_between_characters()
    {
        var id = await ScanAsync(TestPeople.Number(1) with { Department = new string('d', 255) + "😀 and so on" });

        Assert.Equal(new string('d', 255), (await Database.Store.PersonAsync(id, TestPeople.Number(1).Id, Cancel))!.Department);
    }

    [Fact]
    public async Task Nobody_comes_back_for_an_unknown_id()
    {
        var id = await ScanAsync(TestPeople.Number(1));

        Assert.Null(await Database.Store.PersonAsync(id, "nobody", Cancel));
        Assert.Null(await Database.Store.PersonAsync(Guid.Empty, TestPeople.Number(1).Id, Cancel));
    }

    [Fact]
    public async Task A_tenant_comes_back_with_the_problem_of_the_part_that_was_not_read()
    {
        var scan = await Database.BeginAsync();

        await scan.SaveTenantAsync();

        AssertSame(TestPlaybook.Tenant, await Database.Store.TenantAsync(scan.Scan.Id, Cancel));
    }

    [Fact]
    public async Task A_tenant_of_which_nothing_was_read_comes_back_with_its_problems()
    {
        var scan = await Database.BeginAsync();
        Problem Because(string what) => new(ProblemKind.Unavailable, what);
        var unread = new TenantFacts(Because("1"), Because("2"), Because("3"), Because("4"), Because("5"))
        {
            Inventory = new()
            {
                GroupCreation = Because("6"),
                Roles = Because("7"),
                Subscriptions = Because("8"),
                GuestInvitations = Because("9"),
                CrossTenantAccess = Because("10"),
                GuestSignIns = Because("11"),
                Applications = Because("12"),
                TeamsApps = Because("13"),
                TeamsPolicies = Because("14"),
                MobileApps = Because("15"),
                Headsets = Because("16"),
                SignIns = Because("17"),
            },
        };

        await scan.SaveTenantAsync();
        await scan.SaveTenantAsync(unread);

        AssertSame(unread, await Database.Store.TenantAsync(scan.Scan.Id, Cancel));
        Assert.Null((await Database.Store.RecentScansAsync(1, Cancel)).Single().Tenant);
    }

    [Fact]
    public async Task A_tenant_that_an_earlier_version_stored_comes_back_without_an_inventory()
    {
        var scan = await Database.BeginAsync();
        await scan.SaveTenantAsync();
        List<TenantTopic> known = [TenantTopic.Organization, TenantTopic.SubscribedSkus, TenantTopic.Groups, TenantTopic.Policies, TenantTopic.NamedLocations];

        await using (var db = Database.Open())
        {
            await db.TenantParts.Where(part => !known.Contains(part.Topic)).ExecuteDeleteAsync(Cancel);
        }

        AssertSame(TestPlaybook.Tenant with { Inventory = TenantInventory.NotRead }, await Database.Store.TenantAsync(scan.Scan.Id, Cancel));
    }

    [Fact]
    public async Task There_is_no_tenant_before_one_was_saved()
    {
        var id = (await Database.BeginAsync()).Scan.Id;

        Assert.Null(await Database.Store.TenantAsync(id, Cancel));
        Assert.Null(await Database.Store.TenantAsync(Guid.Empty, Cancel));
        Assert.Null(await Database.Store.ReportAsync(id, Cancel));
        Assert.Null(await Database.Store.PopulationAsync(id, Cancel));
    }

    [Fact]
    public async Task Report_population_and_head_come_back_as_stored()
    {
        var people = TestPeople.Numbers(1, 200);
        var (population, report) = TestPlaybook.Judge(people);

        var scan = await Database.BeginAsync();
        var id = scan.Scan.Id;
        await scan.SaveTenantAsync();
        await scan.ReadAsync(people);
        Database.Clock.Advance(TimeSpan.FromSeconds(9));
        TestScan.Ok(await scan.GoOnAsync(ScanStage.Judging, null, Cost, Cancel));
        var head = await Database.CompleteAsync(scan);

        Assert.Equal(Flat(report), Flat(await Database.Store.ReportAsync(id, Cancel)));
        Assert.Equal(Text(population), Text(await Database.Store.PopulationAsync(id, Cancel)));
        Assert.Equal(Text(head), Text(await Database.Store.CurrentAsync(Cancel)));
        var now = Database.Clock.GetUtcNow();
        Assert.Equal(
            Text(new SnapshotHead(
                id, ScanTrigger.Manual, Admin, now.AddSeconds(-9), now, ScanState.Complete, null, "test", 3,
                TestPlaybook.Tenant.Organization.Value, 200, TestPlaybook.Readings(now),
                ScanKind.Full, null, null, Cost)),
            Text(head));
    }

    [Fact]
    public async Task A_scan_that_cannot_be_incremental_says_why_and_the_next_one_says_what_changed()
    {
        var first = await Database.BeginAsync(ScanKind.Incremental);
        await first.SaveTenantAsync();
        await first.ReadAsync(TestPeople.Numbers(1, 5));
        var head = await Database.CompleteAsync(first);

        var next = await Database.ChangeAsync([TestPeople.Number(1).Gone(), TestPeople.Number(9).Now(), (TestPeople.Number(2) with { Mail = "new@b" }).Now()]);

        Assert.Equal((ScanKind.Full, "There was no snapshot yet to go on from.", null), (head.Kind, head.KindBecause, head.Changes));
        Assert.Equal((ScanKind.Incremental, null, new PeopleChanges(1, 1, 1), 5), (next.Kind, next.KindBecause, next.Changes, next.People));
        Assert.Equal(Text(next), Text(await Database.Store.CurrentAsync(Cancel)));
    }

    [Theory]
    [InlineData("33333333-3333-3333-3333-333333333333")]
    [InlineData("grace@contoso.example")]
    [InlineData("GRACE@Contoso.Example")]
    public async Task A_person_is_found_by_id_and_by_sign_in_name(string by)
    {
        var id = await ScanAsync([.. TestPeople.Numbers(1, 50), Samples["everything"]]);

        Assert.Equal(Samples["everything"], await Database.Store.PersonAsync(id, by, Cancel));
    }

    [Theory]
    [InlineData("grace.hopper@contoso.example")]
    [InlineData("grace@contoso.exampl")]
    [InlineData("grace@")]
    [InlineData("@contoso.example")]
    [InlineData("")]
    public async Task Nobody_is_taken_for_a_person_with_another_sign_in_name(string by)
    {
        var id = await ScanAsync(Samples["everything"]);

        Assert.Null(await Database.Store.PersonAsync(id, by, Cancel));
    }

    private static string Flat(ReadinessReport? report) => Text(new
    {
        report!.Anyone,
        report.Experiences,
        report.Reasons,
        Checks = report.Checks.OrderBy(check => check.Key, StringComparer.Ordinal),
    });

    private static void AssertSame(TenantFacts expected, TenantFacts? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(Part(expected.Organization), Part(actual.Organization));
        Assert.Equal(Part(expected.SubscribedSkus), Part(actual.SubscribedSkus));
        Assert.Equal(Part(expected.Groups), Part(actual.Groups));
        Assert.Equal(Part(expected.Policies), Part(actual.Policies));
        Assert.Equal(Part(expected.NamedLocations), Part(actual.NamedLocations));

        foreach (var part in typeof(TenantInventory).GetProperties().Where(one => one.PropertyType.IsGenericType))
        {
            Assert.Equal(Inventory(part, expected), Inventory(part, actual));
        }

        static string Inventory(PropertyInfo part, TenantFacts facts) =>
            (string)AnyPart.MakeGenericMethod(part.PropertyType.GenericTypeArguments).Invoke(null, [part.GetValue(facts.Inventory)])!;
    }

    private static string Part<T>(Result<T> part) => part.TryGet(out var value) ? Text(value) : Text(part.Problem);
}

public sealed class SnapshotsRoundTripOnSqliteTests : SnapshotsRoundTripTests;

public sealed class SnapshotsRoundTripOnSqlServerTests : SnapshotsRoundTripTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
