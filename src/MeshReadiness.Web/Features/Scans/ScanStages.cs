using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Graph;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Takes a scan through its stages, from the one that it is in to the end. What the tenant is beside its people is read
/// while the people are; it has to be there when they are judged.
/// </summary>
internal sealed class ScanStages(
    ITenantReader tenant,
    SnapshotWriter writer,
    SnapshotStore snapshots,
    ScanCoordinator coordinator,
    PlaybookShelf playbooks,
    ProductCatalogue catalogue,
    TimeProvider time)
{
    // People are judged by the first playbook. Of the others only the tasks are answered.
    private readonly Playbook _judging = playbooks.All[0];

    // Kept when the scan waits and goes on, so that no group is read twice.
    private readonly PolicyMemberReading _members = new(tenant);

    /// <summary>Goes on until the snapshot is current, or until a problem stands in the way.</summary>
    public async Task<Result<SnapshotHead>> RunAsync(ScanWriter scan, CancellationToken cancellationToken)
    {
        coordinator.Report(progress => progress.At(scan.Scan));
        var basics = await TenantSurvey.ReadBasicsAsync(tenant, time, cancellationToken);

        if (basics.Fatal is { } fatal)
        {
            return fatal;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var before = await BeforeAsync(scan.Scan, cancellationToken);
        var policies = new PolicyQuestion(tenant);
        var rest = RestAsync(scan.Scan, basics, policies, before, ending.Token);
        var products = new TenantProducts(basics.SubscribedSkus, _judging);
        var memberships = new MembershipStages(scan, _members, policies, before?.Facts.Inventory.PolicyMembers);
        var people = new PeopleStages(
            tenant, scan, memberships, products, before is null ? null : new(before.Facts.SubscribedSkus, _judging), coordinator);

        try
        {
            var read = await people.RunAsync(cancellationToken);
            return read.Succeeded ? await JudgeAsync(scan, people, memberships, await rest, cancellationToken) : read.Problem;
        }
        finally
        {
            await ending.CancelAsync();
            await rest.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    // What an incremental scan goes on from.
    private Task<TenantSurvey?> BeforeAsync(RunningScan scan, CancellationToken cancellationToken) =>
        scan.BaseId is { } baseId ? StoredAsync(baseId, cancellationToken) : Task.FromResult<TenantSurvey?>(null);

    private async Task<(TenantSurvey Survey, bool IsStored)> RestAsync(
        RunningScan scan, TenantBasics basics, PolicyQuestion policies, TenantSurvey? before, CancellationToken cancellationToken)
    {
        // A scan that was cut off while it judged has stored the tenant already.
        if (scan.At.Stage is ScanStage.Judging && await StoredAsync(scan.Id, cancellationToken) is { } stored)
        {
            return (stored, true);
        }

        return (
            before is null
                ? await TenantSurvey.ReadRestAsync(tenant, basics, policies, time, cancellationToken)
                : await TenantSurvey.ReadRestAgainAsync(tenant, basics, policies, before, time, cancellationToken),
            false);
    }

    private async Task<TenantSurvey?> StoredAsync(Guid id, CancellationToken cancellationToken) =>
        await snapshots.TenantAsync(id, cancellationToken) is { } facts && await snapshots.ScanAsync(id, cancellationToken) is { } head
            ? new(facts, head.Readings, await snapshots.GroupsMarkAsync(id, cancellationToken))
            : null;

    private async Task<Result<SnapshotHead>> JudgeAsync(
        ScanWriter scan,
        PeopleStages people,
        MembershipStages memberships,
        (TenantSurvey Survey, bool IsStored) rest,
        CancellationToken cancellationToken)
    {
        if (!rest.IsStored && memberships.Read is null)
        {
            var read = await memberships.ReadLateAsync(cancellationToken);

            if (!read.Succeeded)
            {
                return read.Problem;
            }
        }

        var survey = rest.IsStored ? rest.Survey : rest.Survey.With(memberships.Read ?? TenantInventory.NeverAsked, time);

        if (survey.Fatal is { } fatal)
        {
            return fatal;
        }

        var saved = rest.IsStored
            ? Done.It
            : await people.SaveAsync(cost => scan.SaveTenantAsync(survey.Facts, survey.Readings, survey.GroupMark, cost, cancellationToken));

        if (!saved.Succeeded)
        {
            return saved.Problem;
        }

        coordinator.Report(progress => progress.At(scan.Scan));
        var rules = new EligibilityRules(_judging, survey.Facts, catalogue);
        var counted = await writer.CountAsync(scan.Scan, rules, cancellationToken);

        if (!counted.TryGet(out var count))
        {
            return counted.Problem;
        }

        var now = time.GetUtcNow();
        Result<PopulationFacts> population = people.Gap is { } gap ? gap : count.Population;
        var report = ReadinessReport.Make(_judging, survey.Facts, population, rules, catalogue, now);

        return await writer.CompleteAsync(
            scan.Scan,
            count,
            report with { Others = [.. playbooks.All.Skip(1).Select(Answers)] },
            rules,
            [.. survey.Readings, TenantSurvey.Reading(TenantTopic.Users, population.Map(read => read.People), time)],
            cancellationToken);

        PlaybookAnswers Answers(Playbook other) => new(other.Id, ReadinessReport.Answers(new(
            other,
            survey.Facts,
            population.Map(_ => count.PopulationBy(new EligibilityRules(other, survey.Facts, catalogue))),
            catalogue,
            now)));
    }
}
