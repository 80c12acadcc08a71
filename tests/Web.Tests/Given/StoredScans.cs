using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Given;

/// <summary>Puts scans into the database as the scan worker would.</summary>
internal sealed class StoredScans(IServiceProvider services)
{
    private static readonly Problem Unread = new(ProblemKind.ConsentNeeded, "The permission is missing.");

    private readonly SnapshotWriter _writer = services.GetRequiredService<SnapshotWriter>();
    private readonly Playbook _playbook = services.GetRequiredService<Playbook>();
    private readonly ProductCatalogue _catalogue = services.GetRequiredService<ProductCatalogue>();

    /// <summary>A whole snapshot with these people.</summary>
    public async Task CompleteAsync(params UserFacts[] people)
    {
        var id = await BeginAsync();
        var tenant = new TenantFacts(Unread, Unread, Unread, Unread, Unread);
        var rules = new EligibilityRules(_playbook, tenant, _catalogue);
        var tally = new PopulationTally();

        foreach (var person in people)
        {
            tally.Add(person, rules.FootprintOf(person));
        }

        var population = tally.ToFacts();
        ImmutableArray<TopicReading> readings = [];
        var report = ReadinessReport.Make(_playbook, tenant, population, rules, _catalogue);

        Assert.True((await _writer.SaveTenantAsync(id, tenant, readings, Token)).Succeeded);
        Assert.True((await _writer.AddUsersAsync(id, [.. people.Select(person => new PersonEntry(person, rules.FootprintOf(person)))], Token)).Succeeded);
        Assert.True((await _writer.CompleteAsync(id, population, report, rules, readings, Token)).Succeeded);
    }

    /// <summary>A scan that ended with this reason.</summary>
    public async Task FailAsync(string reason) => Assert.True(
        (await _writer.EndAsync(await BeginAsync(), ScanState.Failed, new(ProblemKind.Unavailable, reason), Token)).Succeeded);

    private async Task<Guid> BeginAsync()
    {
        var begun = await _writer.BeginAsync(ScanTrigger.Manual, Actor.Portal, _playbook, Token);
        Assert.True(begun.Succeeded);
        return begun.Value;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
