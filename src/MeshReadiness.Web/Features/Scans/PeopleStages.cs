using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Graph;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Reads people into a scan. A full one reads everybody, makes them findable, asks for the plans that licences don't tell,
/// and catches up with what changed in the meantime; an incremental one reads what changed since the scan before.
/// </summary>
internal sealed class PeopleStages(ITenantReader tenant, ScanWriter scan, TenantProducts products, ScanCoordinator coordinator)
{
    /// <summary>How often a stage may begin again because a link to the next page has run out.</summary>
    private const int FreshStarts = 3;

    /// <summary>How many changes are worth a step of their own; pages of changes can be small.</summary>
    private const int EnoughChanges = 5_000;

    private ReadingCost _counted = tenant.Cost;
    private int _freshStarts;

    /// <summary>Why there are no people: the portal may not read them. The snapshot shows the gap.</summary>
    public Problem? Gap { get; private set; }

    /// <summary>Goes through the stages up to the judging.</summary>
    public async Task<Result<Done>> RunAsync(CancellationToken cancellationToken)
    {
        // Also for the pace: the tenant's size decides how much may be asked.
        var expected = await tenant.CountUsersAsync(cancellationToken);

        while (scan.Scan.At.Stage is not ScanStage.Judging && Gap is null)
        {
            coordinator.Report(progress => progress.At(scan.Scan));
            var done = scan.Scan.At.Stage switch
            {
                ScanStage.Tenant => await BeginAsync(expected, cancellationToken),
                ScanStage.People => await ReadEverybodyAsync(cancellationToken),
                ScanStage.Index => await IndexAsync(cancellationToken),
                ScanStage.Plans => await ReadPlansAsync(cancellationToken),
                _ => await ReadChangesAsync(cancellationToken),
            };

            if (!done.Succeeded)
            {
                return done;
            }
        }

        return Done.It;
    }

    /// <summary>Saves a step together with what was asked for since the last one.</summary>
    public async Task<Result<Done>> SaveAsync(Func<ReadingCost, Task<Result<Done>>> step)
    {
        var now = tenant.Cost;
        var saved = await step(now - _counted);
        _counted = saved.Succeeded ? now : _counted;
        coordinator.Report(progress => progress.At(scan.Scan));
        return saved;
    }

    private async Task<Result<Done>> BeginAsync(int? expected, CancellationToken cancellationToken)
    {
        if (scan.Scan.Kind is ScanKind.Incremental)
        {
            return await SaveAsync(cost => scan.GoOnAsync(ScanStage.Changes, scan.Scan.UsersMark, cost, cancellationToken));
        }

        // Before the first page: what changes from now on is caught up with when everybody has been read.
        var mark = await tenant.MarkUsersAsync(cancellationToken);
        return await SaveAsync(cost => scan.BeginPeopleAsync(mark.TryGet(out var link) ? link : null, expected, cost, cancellationToken));
    }

    private async Task<Result<Done>> ReadEverybodyAsync(CancellationToken cancellationToken)
    {
        await foreach (var read in tenant.ReadUsersAsync(scan.Scan.At.Link, withPlans: !products.AreKnown, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                return await AfterAsync(read.Problem, cancellationToken);
            }

            var saved = await SaveAsync(cost => scan.AppendAsync(page.Users, page.Next, products, cost, cancellationToken));

            if (!saved.Succeeded)
            {
                return saved;
            }
        }

        return Done.It;
    }

    private async Task<Result<Done>> AfterAsync(Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Kind is ProblemKind.Expired && _freshStarts++ < FreshStarts)
        {
            return await scan.StartOverAsync(cancellationToken);
        }

        if (!TenantSurvey.EndsReading(problem) && scan.Scan.People == 0)
        {
            // Not saved: a scan that is cut off now asks again and sees the gap again.
            Gap = problem;
            return Done.It;
        }

        // Half of the people are no snapshot, whatever kept the others away.
        return TenantSurvey.EndsReading(problem) ? problem : new Problem(ProblemKind.Unavailable, problem.Detail);
    }

    private async Task<Result<Done>> IndexAsync(CancellationToken cancellationToken)
    {
        var indexed = await scan.IndexAsync(cancellationToken);
        return indexed.Succeeded ? await SaveAsync(cost => scan.GoOnAsync(ScanStage.Plans, null, cost, cancellationToken)) : indexed;
    }

    private async Task<Result<Done>> ReadPlansAsync(CancellationToken cancellationToken)
    {
        var held = await scan.SkusHeldAsync(cancellationToken);

        if (!held.TryGet(out var skus))
        {
            return held.Problem;
        }

        foreach (var sku in products.AreKnown ? skus.Where(products.IsDoubtful) : [])
        {
            await foreach (var read in tenant.ReadPlansAsync(sku, null, cancellationToken))
            {
                // Without these plans the people are read all the same; what can't be told of them stays unclear.
                if (!read.TryGet(out var page))
                {
                    if (TenantSurvey.EndsReading(read.Problem))
                    {
                        return read.Problem;
                    }

                    break;
                }

                var saved = await SaveAsync(cost => scan.ApplyAsync(page.Changes, ScanStage.Plans, null, null, products, cost, cancellationToken));

                if (!saved.Succeeded)
                {
                    return saved;
                }
            }
        }

        return await SaveAsync(cost => scan.GoOnAsync(
            scan.Scan.UsersMark is null ? ScanStage.Judging : ScanStage.Changes, scan.Scan.UsersMark, cost, cancellationToken));
    }

    private async Task<Result<Done>> ReadChangesAsync(CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<UserChange>();

        await foreach (var read in tenant.ReadUserChangesAsync(scan.Scan.At.Link!, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                return scan.Scan.Kind is ScanKind.Full && read.Problem.Kind is ProblemKind.Expired
                    ? await ForgetMarkAsync(cancellationToken)
                    : read.Problem;
            }

            changes.AddRange(page.Changes);

            if (changes.Count < EnoughChanges && page.Next is not null)
            {
                continue;
            }

            var next = page.Next is null ? ScanStage.Judging : ScanStage.Changes;
            var saved = await SaveAsync(cost =>
                scan.ApplyAsync(changes.ToImmutable(), next, page.Next, page.Mark, products, cost, cancellationToken));

            if (!saved.Succeeded)
            {
                return saved;
            }

            changes.Clear();
        }

        return Done.It;
    }

    // A full scan stands without what changed while it ran; the next one can't go on from it and reads everybody again.
    private Task<Result<Done>> ForgetMarkAsync(CancellationToken cancellationToken) =>
        SaveAsync(cost => scan.ForgetMarkAsync(cost, cancellationToken));
}
