using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What is stored comes back as it was.</summary>
public abstract class SnapshotsRoundTripTests : StoreTest
{
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
        ["256 characters"] = new() { Id = new string('a', 64), DisplayName = new string('ü', 256), Department = new string('d', 300) },
        ["not Latin"] = new() { Id = "q", DisplayName = "山田 太郎 🧑‍🚀 عبد الله", Mail = "Ω@例え.example", JobTitle = "שרטט" },
        ["empty texts"] = new() { Id = "r", DisplayName = "", Mail = " ", UsageLocation = "" },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task A_person_comes_back_as_stored(string who)
    {
        var person = Samples[who];
        var id = await BeginAsync();

        await AddAsync(id, person);

        Assert.Equal(Text(person), Text(await Database.Store.PersonAsync(id, person.Id, Cancel)));
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
        var id = await BeginAsync();

        await Database.Writer.SaveTenantAsync(id, TestPlaybook.Tenant, [], Cancel);

        AssertSame(TestPlaybook.Tenant, await Database.Store.TenantAsync(id, Cancel));
    }

    [Fact]
    public async Task A_tenant_of_which_nothing_was_read_comes_back_with_five_problems()
    {
        var id = await BeginAsync();
        Problem Because(string what) => new(ProblemKind.Unavailable, what);
        var unread = new TenantFacts(Because("1"), Because("2"), Because("3"), Because("4"), Because("5"));

        await Database.Writer.SaveTenantAsync(id, TestPlaybook.Tenant, [], Cancel);
        await Database.Writer.SaveTenantAsync(id, unread, [], Cancel);

        AssertSame(unread, await Database.Store.TenantAsync(id, Cancel));
        Assert.Null((await Database.Store.RecentScansAsync(1, Cancel)).Single().Tenant);
    }

    [Fact]
    public async Task There_is_no_tenant_before_one_was_saved()
    {
        var id = await BeginAsync();

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

        var id = await BeginAsync();
        await Database.Writer.SaveTenantAsync(id, TestPlaybook.Tenant, [], Cancel);
        await AddAsync(id, people);
        Database.Clock.Advance(TimeSpan.FromSeconds(9));
        var head = await CompleteAsync(id, people);

        Assert.Equal(Flat(report), Flat(await Database.Store.ReportAsync(id, Cancel)));
        Assert.Equal(Text(population), Text(await Database.Store.PopulationAsync(id, Cancel)));
        Assert.Equal(Text(head), Text(await Database.Store.CurrentAsync(Cancel)));
        var now = Database.Clock.GetUtcNow();
        Assert.Equal(
            Text(new SnapshotHead(
                id, ScanTrigger.Manual, Admin, now.AddSeconds(-9), now, ScanState.Complete, null, "test", 3,
                TestPlaybook.Tenant.Organization.Value, 200, TestPlaybook.Readings(now))),
            Text(head));
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

        static string Part<T>(Result<T> part) => part.TryGet(out var value) ? Text(value) : Text(part.Problem);
    }
}

public sealed class SnapshotsRoundTripOnSqliteTests : SnapshotsRoundTripTests;

public sealed class SnapshotsRoundTripOnSqlServerTests : SnapshotsRoundTripTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
