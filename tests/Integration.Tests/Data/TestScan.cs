using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Scans in few words, step by step as the portal does them.</summary>
internal static class TestScan
{
    public static readonly Actor Admin = new("11111111-1111-1111-1111-111111111111", "Ada Lovelace");

    private const int PageSize = 400;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts a scan, a minute after whatever was before.</summary>
    public static async Task<ScanWriter> BeginAsync(this TestDatabase database, ScanKind kind = ScanKind.Full)
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await database.Writer.BeginAsync(kind, ScanTrigger.Manual, Admin, TestPlaybook.Playbook, Cancel)).Value;
    }

    public static async Task SaveTenantAsync(this ScanWriter scan, TenantFacts? tenant = null) =>
        Ok(await scan.SaveTenantAsync(tenant ?? TestPlaybook.Tenant, [], "groups", ReadingCost.None, Cancel));

    /// <summary>One page of a full scan, with more to come.</summary>
    public static Task<Result<Done>> AppendAsync(this ScanWriter scan, params IEnumerable<UserFacts> people) =>
        scan.AppendAsync([.. people], "next", TestPlaybook.Rules.Products, ReadingCost.None, Cancel);

    /// <summary>Everybody of a full scan, page after page, up to the moment when all are findable.</summary>
    public static async Task ReadAsync(this ScanWriter scan, IReadOnlyCollection<UserFacts> people, TenantFacts? tenant = null)
    {
        var products = TestPlaybook.RulesFor(tenant).Products;
        UserFacts[][] pages = people.Count == 0 ? [[]] : [.. people.Chunk(PageSize)];
        Ok(await scan.BeginPeopleAsync("users", people.Count, ReadingCost.None, Cancel));

        foreach (var (index, page) in pages.Index())
        {
            Ok(await scan.AppendAsync([.. page], index == pages.Length - 1 ? null : $"page {index}", products, ReadingCost.None, Cancel));
        }

        Ok(await scan.IndexAsync(Cancel));
        Ok(await scan.GoOnAsync(ScanStage.Changes, "changes", ReadingCost.None, Cancel));
    }

    /// <summary>One page of changes, with more to come.</summary>
    public static async Task ApplyAsync(this ScanWriter scan, IEnumerable<UserChange> changes, TenantFacts? tenant = null)
    {
        Ok(scan.Scan.At.Stage is ScanStage.Changes ? Done.It : await scan.GoOnAsync(ScanStage.Changes, null, ReadingCost.None, Cancel));
        Ok(await scan.ApplyAsync(
            [.. changes], scan.Scan.At.In(ScanStage.Changes, "next"), null, TestPlaybook.RulesFor(tenant).Products, ReadingCost.None, Cancel));
    }

    /// <summary>Ends the reading, counts, judges, and makes the snapshot current.</summary>
    public static async Task<SnapshotHead> CompleteAsync(
        this TestDatabase database,
        ScanWriter scan,
        TenantFacts? tenant = null,
        ImmutableArray<TopicReading>? readings = null,
        params ImmutableArray<PlaybookAnswers> others)
    {
        var rules = TestPlaybook.RulesFor(tenant);
        Ok(await scan.ApplyAsync([], scan.Scan.At.In(ScanStage.Judging), "mark", rules.Products, ReadingCost.None, Cancel));
        var count = (await database.Writer.CountAsync(scan.Scan, rules, Cancel)).Value;
        return (await database.Writer.CompleteAsync(
            scan.Scan, count, TestPlaybook.Report(count.Population, tenant) with { Others = others }, rules,
            readings ?? TestPlaybook.Readings(database.Clock.GetUtcNow()), Cancel)).Value;
    }

    /// <summary>A whole full scan.</summary>
    public static async Task<Guid> ScanAsync(
        this TestDatabase database, IReadOnlyCollection<UserFacts> people, TenantFacts? tenant = null, params ImmutableArray<PlaybookAnswers> others)
    {
        var scan = await database.BeginAsync();
        await scan.SaveTenantAsync(tenant);
        await scan.ReadAsync(people, tenant);
        return (await database.CompleteAsync(scan, tenant, null, others)).Id;
    }

    /// <summary>A whole incremental scan.</summary>
    public static async Task<SnapshotHead> ChangeAsync(this TestDatabase database, IEnumerable<UserChange> changes, TenantFacts? tenant = null)
    {
        var scan = await database.BeginAsync(ScanKind.Incremental);
        await scan.SaveTenantAsync(tenant);
        await scan.ApplyAsync(changes, tenant);
        return await database.CompleteAsync(scan, tenant);
    }

    public static UserChange Now(this UserFacts person) => new(person.Id, person, UserProperties.All);

    public static UserChange Gone(this UserFacts person) => new(person.Id, null, UserProperties.None);

    public static void Ok<T>(Result<T> result) => Assert.True(result.Succeeded, result.Succeeded ? null : result.Problem.Detail);
}
