using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Graph;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>
/// Sees to it that everybody is stored with what they are in of what policies name. Members are read before the people, who are then
/// stored with it; who is stored already, by the scan before or by this one before it was cut off, is brought up to date at the end.
/// </summary>
/// <param name="scan">Stores the people.</param>
/// <param name="reading">Reads the members.</param>
/// <param name="policies">Tells the policies.</param>
/// <param name="before">What was known at the scan that this one goes on from.</param>
internal sealed class MembershipStages(ScanWriter scan, PolicyMemberReading reading, PolicyQuestion policies, Result<PolicyMemberFacts>? before)
{
    private readonly bool _wasBegun = scan.Scan.At.Stage is not ScanStage.Tenant;

    /// <summary>What came of reading who is in what; <see langword="null"/> before it was tried.</summary>
    public Result<PolicyMemberFacts>? Read { get; private set; }

    /// <summary>Reads who is in what. What may not be read is a gap; a problem ends the reading for now.</summary>
    public async Task<Result<Done>> ReadAsync(CancellationToken cancellationToken)
    {
        var read = await reading.ReadAsync(await policies.AskAsync(cancellationToken), cancellationToken);

        if (!read.Succeeded && TenantSurvey.EndsReading(read.Problem))
        {
            return read.Problem;
        }

        (Read, scan.Memberships) = (read, reading.Index);
        return Done.It;
    }

    /// <summary>
    /// The same for a scan that was cut off between its people and what it stores of the tenant. Its people stay as they are stored; were
    /// members different then, the next scan sees that it has to look at everybody.
    /// </summary>
    public async Task<Result<Done>> ReadLateAsync(CancellationToken cancellationToken)
    {
        var read = await ReadAsync(cancellationToken);

        if (!read.Succeeded)
        {
            return read;
        }

        var settled = await scan.AreMembershipsSettledAsync(cancellationToken);

        if (!settled.TryGet(out var isSettled))
        {
            return settled.Problem;
        }

        Read = isSettled ? Read : Read?.Map(facts => facts with { Digest = null });
        return Done.It;
    }

    /// <summary>Brings up to date whoever was stored with something else.</summary>
    public Task<Result<Done>> SettleAsync(TenantProducts products, ReadingCost cost, CancellationToken cancellationToken) => IsSettled
        ? scan.GoOnAsync(ScanStage.Judging, null, cost, cancellationToken)
        : scan.SettleMembershipsAsync(products, cost, cancellationToken);

    // Everybody whom this run of the scan has stored is; so are the others when nothing has changed since the scan before.
    private bool IsSettled => !_wasBegun && (scan.Scan.Kind is ScanKind.Full
        || (before is { } last && last.TryGet(out var then) && Read is { } read && read.TryGet(out var now) && then.Digest is not null && then.Digest == now.Digest));
}
