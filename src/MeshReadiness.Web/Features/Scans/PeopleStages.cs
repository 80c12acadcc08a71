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
/// and catches up with what changed in the meantime; an incremental one reads what changed since the scan before, and the
/// plans that licences have ceased to tell.
/// </summary>
/// <param name="tenant">Reads the tenant.</param>
/// <param name="scan">Stores the people.</param>
/// <param name="memberships">Says what people are in.</param>
/// <param name="products">The tenant's products.</param>
/// <param name="before">The products at the scan that this one goes on from.</param>
/// <param name="coordinator">Is told of every step.</param>
internal sealed class PeopleStages(
    ITenantReader tenant, ScanWriter scan, MembershipStages memberships, TenantProducts products, TenantProducts? before, ScanCoordinator coordinator)
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
                not ScanStage.Tenant when memberships.Read is null => await memberships.ReadAsync(cancellationToken),
                ScanStage.Tenant => await BeginAsync(expected, cancellationToken),
                ScanStage.People => await ReadEverybodyAsync(cancellationToken),
                ScanStage.Index => await scan.IndexAsync(cancellationToken),
                ScanStage.Plans => await ReadPlansAsync(cancellationToken),
                ScanStage.Memberships => await SaveAsync(cost => memberships.SettleAsync(products, cost, cancellationToken)),
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
            return await SaveAsync(cost => scan.GoOnAsync(ScanStage.Plans, null, cost, cancellationToken));
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

    // Product by product, so that a scan which is cut off goes on with the page that it was at.
    private async Task<Result<Done>> ReadPlansAsync(CancellationToken cancellationToken)
    {
        var held = await scan.SkusHeldAsync(cancellationToken);

        if (!held.TryGet(out var skus))
        {
            return held.Problem;
        }

        Guid[] doubtful = products.AreKnown ? [.. skus.Where(IsDoubtfulNow)] : [];

        for (var index = Math.Max(0, Array.IndexOf(doubtful, scan.Scan.At.SkuId ?? Guid.Empty)); index < doubtful.Length; index++)
        {
            var behind = index + 1 < doubtful.Length ? scan.Scan.At.In(ScanStage.Plans, null, doubtful[index + 1]) : BehindPlans;
            var read = await ReadPlansAsync(doubtful[index], behind, cancellationToken);

            if (!read.Succeeded)
            {
                return read;
            }
        }

        return scan.Scan.At.Stage is ScanStage.Plans
            ? await SaveAsync(cost => scan.GoOnAsync(BehindPlans.Stage, BehindPlans.Link, cost, cancellationToken))
            : Done.It;
    }

    private async Task<Result<Done>> ReadPlansAsync(Guid skuId, ScanCheckpoint behind, CancellationToken cancellationToken)
    {
        var link = scan.Scan.At.SkuId == skuId ? scan.Scan.At.Link : null;

        await foreach (var read in tenant.ReadPlansAsync(skuId, link, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                // Without these plans the people are read all the same; what can't be told of them stays unclear.
                return TenantSurvey.EndsReading(read.Problem) ? read.Problem
                    : read.Problem.Kind is ProblemKind.Expired && _freshStarts++ < FreshStarts ? await BeginPlansAgainAsync(skuId, behind, cancellationToken)
                    : Done.It;
            }

            var next = page.Next is { } more ? scan.Scan.At.In(ScanStage.Plans, more, skuId) : behind;
            var saved = await SaveAsync(cost => scan.ApplyAsync(page.Changes, next, null, products, cost, cancellationToken));

            if (!saved.Succeeded)
            {
                return saved;
            }
        }

        return Done.It;
    }

    private async Task<Result<Done>> BeginPlansAgainAsync(Guid skuId, ScanCheckpoint behind, CancellationToken cancellationToken)
    {
        var begun = await SaveAsync(cost => scan.GoOnAsync(ScanStage.Plans, null, cost, cancellationToken));
        return begun.Succeeded ? await ReadPlansAsync(skuId, behind, cancellationToken) : begun;
    }

    // What was doubtful at the scan before was asked for then, and what changed about it since comes with the changes.
    private bool IsDoubtfulNow(Guid skuId) => products.IsDoubtful(skuId) && before?.IsDoubtful(skuId) is not true;

    private ScanCheckpoint BehindPlans => scan.Scan.UsersMark is { } mark
        ? scan.Scan.At.In(ScanStage.Changes, mark)
        : scan.Scan.At.In(ScanStage.Memberships);

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

            var next = scan.Scan.At.In(page.Next is null ? ScanStage.Memberships : ScanStage.Changes, page.Next);
            var saved = await SaveAsync(cost => scan.ApplyAsync(changes.ToImmutable(), next, page.Mark, products, cost, cancellationToken));

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
