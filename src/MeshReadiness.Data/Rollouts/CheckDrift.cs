using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// How the answers of checks differ from those of the snapshot before. Where the tenant has drifted, every rollout under way
/// gets a line in its history: what was there, what is now, and whose task it is.
/// </summary>
internal sealed class CheckDrift
{
    public const string Reopened = "check.reopened";
    public const string Closed = "check.closed";

    private readonly ImmutableDictionary<string, CheckResult> _now;
    private readonly Dictionary<string, CheckResultRecord> _before;

    private CheckDrift(ImmutableDictionary<string, CheckResult> now, Dictionary<string, CheckResultRecord> before) => (_now, _before) = (now, before);

    /// <summary>Compares with the snapshot that is still current.</summary>
    public static async Task<CheckDrift> OfAsync(
        MeshReadinessDbContext db, ImmutableDictionary<string, CheckResult> now, CancellationToken cancellationToken) => new(
            now,
            await db.CheckResults.AsNoTracking()
                .Where(result => db.CurrentSnapshot.Any(current => current.SnapshotId == result.SnapshotId))
                .ToDictionaryAsync(result => result.TaskId, cancellationToken));

    /// <summary>Since when each answer has been what it is.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Since(DateTimeOffset now) => _now.ToDictionary(
        answer => answer.Key,
        answer => _before.TryGetValue(answer.Key, out var before) && before.Outcome == answer.Value.Outcome ? before.Since : now);

    /// <summary>Writes down which tasks the tenant has reopened or closed.</summary>
    public async Task WriteAsync(MeshReadinessDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changes = _now
            .Where(answer => _before.TryGetValue(answer.Key, out var before) && IsTurn(before.Outcome, answer.Value.Outcome))
            .OrderBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(answer => (TaskId: answer.Key, Before: ReportRows.ToResult(_before[answer.Key]), After: answer.Value))
            .ToList();

        if (changes.Count == 0)
        {
            return;
        }

        var rollouts = await db.Rollouts.AsNoTracking().Where(rollout => !rollout.IsArchived).Select(rollout => rollout.Id).ToListAsync(cancellationToken);
        var owners = (await db.TaskWork.AsNoTracking().Where(work => work.OwnerId != null)
            .Select(work => new { work.RolloutId, work.TaskId, work.OwnerName }).ToListAsync(cancellationToken))
            .ToDictionary(work => (work.RolloutId, work.TaskId), work => work.OwnerName);

        await AuditLines.AddManyAsync(
            db,
            [
                .. from rollout in rollouts
                   from change in changes
                   let isClosed = change.After.Outcome is CheckOutcome.Pass
                   let told = isClosed ? "" : owners.GetValueOrDefault((rollout, change.TaskId)) is { } owner
                       ? $" {owner} sees it under My work." : " Nobody owns this task yet."
                   select new AuditEntry(
                       now, Actor.Portal, isClosed ? Closed : Reopened, change.TaskId,
                       $"Was: {change.Before.Sentence} Is: {change.After.Sentence}{told}", rollout, Json(change.Before), Json(change.After)),
            ],
            cancellationToken);
    }

    // What could not be read, or doesn't apply, neither opens nor closes a task.
    private static bool IsTurn(CheckOutcome before, CheckOutcome after) =>
        (before, after) is (CheckOutcome.Pass, CheckOutcome.Fail) or (CheckOutcome.Fail, CheckOutcome.Pass);

    private static string Json(CheckResult result) => JsonSerializer.Serialize(result, StoredJson.Default.CheckResult);
}
