using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>One scan: reads the tenant, stores it, judges it, and makes it the snapshot that everybody sees.</summary>
internal sealed class Scan(
    ITenantReader tenant,
    SnapshotWriter writer,
    ScanCoordinator coordinator,
    Playbook playbook,
    ProductCatalogue catalogue,
    IOptionsMonitor<ScanOptions> options,
    TimeProvider time)
{
    /// <summary>How often reading the people may start over because a link to the next page has expired.</summary>
    private const int FreshStarts = 3;

    private readonly List<TopicReading> _readings = [];

    /// <summary>Runs to the end. Whatever happens, the snapshot before it stays until the new one is whole.</summary>
    public async Task<Result<SnapshotHead>> RunAsync(ScanRequest request, CancellationToken cancellationToken)
    {
        var begun = await writer.BeginAsync(request.Trigger, request.StartedBy, playbook, cancellationToken);

        if (!begun.TryGet(out var snapshotId))
        {
            return begun.Problem;
        }

        try
        {
            var outcome = await FillAsync(snapshotId, cancellationToken);

            if (!outcome.Succeeded)
            {
                await writer.EndAsync(snapshotId, ScanState.Failed, outcome.Problem, CancellationToken.None);
            }

            return outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var cancelled = new Problem(ProblemKind.Cancelled, request.Cancelled.IsCancellationRequested
                ? "The scan was cancelled. Start it again when you are ready."
                : "The portal was shut down while this scan was running.");
            await writer.EndAsync(snapshotId, ScanState.Cancelled, cancelled, CancellationToken.None);
            return cancelled;
        }
        catch (Exception)
        {
            await writer.EndAsync(
                snapshotId, ScanState.Failed, new(ProblemKind.Unavailable, "The scan broke off by an error in the portal. The log has the details."),
                CancellationToken.None);
            throw;
        }
    }

    private async Task<Result<SnapshotHead>> FillAsync(Guid snapshotId, CancellationToken cancellationToken)
    {
        coordinator.Report(progress => progress with { Phase = ScanPhase.Tenant });
        var facts = await ReadTenantAsync(cancellationToken);

        if (_readings.FirstOrDefault(reading => reading.Problem is { } problem && EndsScan(problem))?.Problem is { } fatal)
        {
            return fatal;
        }

        var saved = await writer.SaveTenantAsync(snapshotId, facts, [.. _readings], cancellationToken);

        if (!saved.Succeeded)
        {
            return saved.Problem;
        }

        var rules = new EligibilityRules(playbook, facts, catalogue);
        var population = await ReadPeopleAsync(snapshotId, rules, cancellationToken);

        if (!population.Succeeded && EndsScan(population.Problem))
        {
            return population.Problem;
        }

        coordinator.Report(progress => progress with { Phase = ScanPhase.Judging });
        var report = ReadinessReport.Make(playbook, facts, population, rules, catalogue);
        var empty = new PopulationFacts(0, [], 0, 0, 0, 0, 0);
        var complete = await writer.CompleteAsync(
            snapshotId, population.TryGet(out var people) ? people : empty, report, rules, [.. _readings], cancellationToken);

        if (complete.Succeeded)
        {
            await writer.RemoveOldAsync(options.CurrentValue.KeepSnapshots, cancellationToken);
        }

        return complete;
    }

    private async Task<TenantFacts> ReadTenantAsync(CancellationToken cancellationToken)
    {
        var organization = await tenant.ReadOrganizationAsync(cancellationToken);
        Note(TenantTopic.Organization, organization.Map(_ => 1));
        var skus = await tenant.ReadSubscribedSkusAsync(cancellationToken);
        Note(TenantTopic.SubscribedSkus, skus.Map(read => read.Length));
        var policies = await tenant.ReadPoliciesAsync(cancellationToken);
        Note(TenantTopic.Policies, policies.Map(read => read.Length));
        var locations = await tenant.ReadNamedLocationsAsync(cancellationToken);
        Note(TenantTopic.NamedLocations, locations.Map(read => read.Length));
        var named = policies.TryGet(out var known) ? known.SelectMany(policy => policy.GroupIds).ToHashSet() : [];
        var groups = await tenant.ReadGroupsAsync(named, cancellationToken);
        Note(TenantTopic.Groups, groups.Map(read => read.Length));

        return new(organization, skus, groups, policies, locations);
    }

    private async Task<Result<PopulationFacts>> ReadPeopleAsync(Guid snapshotId, EligibilityRules rules, CancellationToken cancellationToken)
    {
        var tally = new PopulationTally();
        string? next = null;
        var freshStarts = 0;

        do
        {
            var read = await tenant.ReadUsersAsync(next, cancellationToken);

            if (!read.TryGet(out var page))
            {
                if (read.Problem.Kind is ProblemKind.Expired && freshStarts++ < FreshStarts)
                {
                    next = null;
                    continue;
                }

                Note(TenantTopic.Users, read.Problem);
                return read.Problem;
            }

            var added = await writer.AddUsersAsync(
                snapshotId, [.. page.Users.Select(user => new PersonEntry(user, rules.FootprintOf(user)))], cancellationToken);

            if (!added.TryGet(out var fresh))
            {
                return added.Problem;
            }

            foreach (var user in fresh)
            {
                tally.Add(user, rules.FootprintOf(user));
            }

            coordinator.Report(progress => progress with
            {
                Phase = ScanPhase.People,
                PeopleRead = tally.People,
                PeopleExpected = page.Total ?? progress.PeopleExpected,
            });
            next = page.Next;

            if (next is null)
            {
                Note(TenantTopic.Users, tally.People);
                return tally.ToFacts();
            }
        }
        while (true);
    }

    // A missing permission leaves a gap that the snapshot shows; anything else may be gone with the next scan.
    private static bool EndsScan(Problem problem) => problem.Kind is not (ProblemKind.ConsentNeeded or ProblemKind.NotFound);

    private void Note(TenantTopic topic, Result<int> read) => _readings.Add(
        read.TryGet(out var count)
            ? new(topic, count, time.GetUtcNow(), null)
            : new(topic, 0, time.GetUtcNow(), read.Problem));
}
