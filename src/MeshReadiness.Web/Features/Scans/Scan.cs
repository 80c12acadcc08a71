using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Graph;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>One scan: reads the tenant, stores it, judges it, and makes it the snapshot that everybody sees.</summary>
internal sealed class Scan(
    ITenantReader tenant,
    SnapshotWriter writer,
    ScanCoordinator coordinator,
    Playbook playbook,
    ProductCatalogue catalogue,
    TimeProvider time)
{
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
        var survey = await TenantSurvey.ReadAsync(tenant, time, cancellationToken);

        if (survey.Fatal is { } fatal)
        {
            return fatal;
        }

        var saved = await writer.SaveTenantAsync(snapshotId, survey.Facts, survey.Readings, cancellationToken);

        if (!saved.Succeeded)
        {
            return saved.Problem;
        }

        var rules = new EligibilityRules(playbook, survey.Facts, catalogue);
        var population = await ReadPeopleAsync(snapshotId, rules, cancellationToken);

        if (!population.Succeeded && TenantSurvey.EndsReading(population.Problem))
        {
            return population.Problem;
        }

        coordinator.Report(progress => progress with { Phase = ScanPhase.Judging });
        return await writer.CompleteAsync(
            snapshotId,
            population.TryGet(out var people) ? people : PopulationFacts.Nobody,
            ReadinessReport.Make(playbook, survey.Facts, population, rules, catalogue),
            rules,
            [.. survey.Readings, TenantSurvey.Reading(TenantTopic.Users, population.Map(read => read.People), time)],
            cancellationToken);
    }

    private async Task<Result<PopulationFacts>> ReadPeopleAsync(Guid snapshotId, EligibilityRules rules, CancellationToken cancellationToken)
    {
        var tally = new PopulationTally();

        await foreach (var read in TenantSurvey.ReadPeopleAsync(tenant, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                // Half of the people are no snapshot, whatever kept the others away.
                return tally.People == 0 ? read.Problem : new Problem(ProblemKind.Unavailable, read.Problem.Detail);
            }

            var entries = page.Users.Select(user => new PersonEntry(user, rules.FootprintOf(user))).ToList();
            var added = await writer.AddUsersAsync(snapshotId, entries, cancellationToken);

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
        }

        return tally.ToFacts();
    }
}
