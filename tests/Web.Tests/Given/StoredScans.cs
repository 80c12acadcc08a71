using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Web.Tests.Given;

/// <summary>Puts scans into the database as the scan worker would.</summary>
internal sealed class StoredScans(IServiceProvider services, FakeTimeProvider time)
{
    public static readonly Actor Maja = new("1", "Maja Lindqvist");

    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");

    private readonly SnapshotWriter _writer = services.GetRequiredService<SnapshotWriter>();
    private readonly Playbook _playbook = services.GetRequiredService<Playbook>();
    private readonly ProductCatalogue _catalogue = services.GetRequiredService<ProductCatalogue>();

    /// <summary>What the tenant is but its people; nothing of it can be read unless a test says so.</summary>
    public TenantFacts Tenant { get; init; } = new(Unread, Unread, Unread, Unread, Unread);

    /// <summary>What came of each topic.</summary>
    public ImmutableArray<TopicReading> Readings { get; init; } = [];

    /// <summary>What a scan asked for in all.</summary>
    public ReadingCost Cost { get; init; } = ReadingCost.None;

    /// <summary>A whole snapshot with these people, from which changes can be asked for.</summary>
    public Task<SnapshotHead> CompleteAsync(params UserFacts[] people) => CompleteAsync("a mark", people);

    /// <summary>The same; without a mark, nobody can ask for changes afterwards.</summary>
    public async Task<SnapshotHead> CompleteAsync(string? mark, params UserFacts[] people)
    {
        var scan = await BeginAsync(ScanKind.Full);
        await Done(scan.BeginPeopleAsync(mark, people.Length, Cost, Token));
        people.ToList().ForEach(person => AddMemberships(scan.Memberships, person));
        await Done(scan.AppendAsync([.. people], null, Products, ReadingCost.None, Token));
        await Done(scan.IndexAsync(Token));
        await Done(scan.GoOnAsync(ScanStage.Judging, null, ReadingCost.None, Token));
        return await FinishAsync(scan);
    }

    /// <summary>A whole snapshot that goes on from the one before.</summary>
    public async Task<SnapshotHead> ChangeAsync(params UserChange[] changes)
    {
        var scan = await BeginAsync(ScanKind.Incremental);

        if (scan.Scan.Kind is ScanKind.Incremental)
        {
            await Done(scan.GoOnAsync(ScanStage.Changes, scan.Scan.UsersMark, Cost, Token));
            await Done(scan.ApplyAsync([.. changes], scan.Scan.At.In(ScanStage.Judging), "the next mark", Products, ReadingCost.None, Token));
        }

        return await FinishAsync(scan);
    }

    /// <summary>A scan that ended with this reason.</summary>
    public Task FailAsync(string reason) => EndAsync(ScanKind.Full, ScanState.Failed, new(ProblemKind.Unavailable, reason));

    /// <summary>A scan that ended before it was whole.</summary>
    public async Task EndAsync(ScanKind kind, ScanState state, Problem why) =>
        await Done(_writer.EndAsync((await BeginAsync(kind)).Scan.Id, state, why, Token));

    /// <summary>A scan that is under way as far as the database knows.</summary>
    public async Task<ScanWriter> BeginAsync(ScanKind kind)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        var begun = await _writer.BeginAsync(kind, ScanTrigger.Manual, Maja, _playbook, Token);
        Assert.True(begun.Succeeded);
        return begun.Value;
    }

    private static void AddMemberships(MembershipIndex index, UserFacts person)
    {
        foreach (var group in person.Memberships.GroupIds)
        {
            index.Add(MembershipKind.Group, group, [person.Id]);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TenantProducts Products => new(Tenant.SubscribedSkus, _playbook);

    private async Task<SnapshotHead> FinishAsync(ScanWriter scan)
    {
        var rules = new EligibilityRules(_playbook, Tenant, _catalogue);
        await Done(scan.SaveTenantAsync(Tenant, Readings, null, ReadingCost.None, Token));
        var count = (await _writer.CountAsync(scan.Scan, rules, Token)).Value;
        var report = ReadinessReport.Make(_playbook, Tenant, count.Population, rules, _catalogue, time.GetUtcNow());
        return (await _writer.CompleteAsync(scan.Scan, count, report, rules, Readings, Token)).Value;
    }

    private static async Task Done(Task<Result<Done>> step)
    {
        var done = await step;
        Assert.True(done.Succeeded, done.Succeeded ? null : done.Problem.Detail);
    }
}
