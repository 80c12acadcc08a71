using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Two scans, one of everybody and one of changes, as lists of steps between which anything may happen.</summary>
internal static class Interruptions
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static IReadOnlyList<Func<ScanWriter, Task<Result<Done>>>> Full()
    {
        var tenant = new ChangingTenant(5);
        tenant.Grow(60);
        var pages = tenant.ReadAll().Chunk(25).ToList();
        return
        [
            SaveTenant,
            scan => scan.BeginPeopleAsync("users", 60, new(1, 2, 3, 4, 5, TimeSpan.FromSeconds(6)), Cancel),
            Append(pages[0], "page 1"),
            Append(pages[1], "page 2"),
            scan => scan.StartOverAsync(Cancel),
            .. pages.Select((page, index) => Append(page, index == pages.Count - 1 ? null : $"page {index + 1}")),
            scan => scan.IndexAsync(Cancel),
            GoOn(ScanStage.Plans),
            Apply([new("nobody", new() { Id = "nobody" }, UserProperties.Plans), Plans(tenant.People.First())], ScanStage.Plans),
            GoOn(ScanStage.Changes),
            .. tenant.Change(20).ToList().Select(page => Apply(page, ScanStage.Changes)),
            End,
        ];
    }

    public static IReadOnlyList<Func<ScanWriter, Task<Result<Done>>>> Incremental()
    {
        var tenant = new ChangingTenant(5);
        tenant.Grow(60);
        _ = tenant.ReadAll();
        _ = tenant.Change(20);
        return [SaveTenant, GoOn(ScanStage.Changes), .. tenant.Change(40).Concat(tenant.Change(10)).ToList().Select(page => Apply(page, ScanStage.Changes)), End];
    }

    /// <summary>Counts and completes; done again when it failed, until it is through.</summary>
    public static async Task<SnapshotHead> CompleteAsync(TestDatabase database, RunningScan scan)
    {
        while (true)
        {
            var count = await database.Writer.CountAsync(scan, TestPlaybook.Rules, Cancel);

            if (count.Succeeded && await database.Writer.CompleteAsync(
                scan, count.Value, TestPlaybook.Report(count.Value.Population), TestPlaybook.Rules, [], Cancel) is { Succeeded: true } completed)
            {
                return completed.Value;
            }
        }
    }

    private static Task<Result<Done>> SaveTenant(ScanWriter scan) =>
        scan.SaveTenantAsync(TestPlaybook.Tenant, TestPlaybook.Readings(DateTimeOffset.UnixEpoch), "groups", ReadingCost.None, Cancel);

    private static Task<Result<Done>> End(ScanWriter scan) =>
        scan.ApplyAsync([], scan.Scan.At.In(ScanStage.Judging), "mark", TestPlaybook.Rules.Products, ReadingCost.None, Cancel);

    private static Func<ScanWriter, Task<Result<Done>>> GoOn(ScanStage stage) => scan => scan.GoOnAsync(stage, "link", ReadingCost.None, Cancel);

    private static Func<ScanWriter, Task<Result<Done>>> Append(UserFacts[] page, string? next) =>
        scan => scan.AppendAsync([.. page], next, TestPlaybook.Rules.Products, new(1, 1, 1, 0, 0, TimeSpan.Zero), Cancel);

    private static Func<ScanWriter, Task<Result<Done>>> Apply(UserChange[] page, ScanStage stage) =>
        scan => scan.ApplyAsync([.. page], scan.Scan.At.In(stage, "next"), null, TestPlaybook.Rules.Products, new(1, 1, 1, 0, 0, TimeSpan.Zero), Cancel);

    private static UserChange Plans(UserFacts person) => new(
        person.Id, new() { Id = person.Id, AssignedPlans = [new(TestPlaybook.TeamsPlan, CapabilityStatus.Warning, "Warning")] }, UserProperties.Plans);
}
