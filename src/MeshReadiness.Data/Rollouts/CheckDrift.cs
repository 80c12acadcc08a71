using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Readiness;
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

    private readonly ReadinessReport _report;
    private readonly Dictionary<string, CheckResultRecord> _before;

    private CheckDrift(ReadinessReport report, Dictionary<string, CheckResultRecord> before) => (_report, _before) = (report, before);

    /// <summary>Compares with the snapshot that is still current.</summary>
    public static async Task<CheckDrift> OfAsync(
        MeshReadinessDbContext db, ReadinessReport report, CancellationToken cancellationToken) => new(
            report,
            await db.CheckResults.AsNoTracking()
                .Where(result => db.CurrentSnapshot.Any(current => current.SnapshotId == result.SnapshotId))
                .ToDictionaryAsync(result => result.TaskId, cancellationToken));

    /// <summary>Since when each answer has been what it is.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Since(DateTimeOffset now) => _report.AllChecks.ToDictionary(
        answer => answer.Key,
        answer => _before.TryGetValue(answer.Key, out var before) && before.Outcome == answer.Value.Outcome ? before.Since : now);

    /// <summary>Writes down which tasks the tenant has reopened or closed.</summary>
    public async Task WriteAsync(MeshReadinessDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Rollouts that follow none of the other playbooks follow the one that people are judged by.
        var others = _report.Others.ToDictionary(other => other.PlaybookId, other => Turns(other.Checks));
        var turns = Turns(_report.Checks);

        if (turns.Count + others.Values.Sum(other => other.Count) == 0)
        {
            return;
        }

        var rollouts = await db.Rollouts.AsNoTracking().Where(rollout => !rollout.IsArchived)
            .Select(rollout => new { rollout.Id, rollout.PlaybookId }).ToListAsync(cancellationToken);
        var owners = (await db.TaskWork.AsNoTracking().Where(work => work.OwnerId != null)
            .Select(work => new { work.RolloutId, work.TaskId, work.OwnerName }).ToListAsync(cancellationToken))
            .ToDictionary(work => (work.RolloutId, work.TaskId), work => work.OwnerName);

        await AuditLines.AddManyAsync(
            db,
            [
                .. from rollout in rollouts
                   from turn in others.GetValueOrDefault(rollout.PlaybookId, turns)
                   let isClosed = turn.After.Outcome is CheckOutcome.Pass
                   let told = isClosed ? "" : owners.GetValueOrDefault((rollout.Id, turn.TaskId)) is { } owner
                       ? $" {owner} sees it under My work." : " Nobody owns this task yet."
                   select new AuditEntry(
                       now, Actor.Portal, isClosed ? Closed : Reopened, turn.TaskId,
                       $"Was: {turn.Before.Sentence} Is: {turn.After.Sentence}{told}", rollout.Id, Json(turn.Before), Json(turn.After)),
            ],
            cancellationToken);
    }

    private List<(string TaskId, CheckResult Before, CheckResult After)> Turns(ImmutableDictionary<string, CheckResult> answers) =>
        [.. answers
            .Where(answer => _before.TryGetValue(answer.Key, out var before) && IsTurn(before.Outcome, answer.Value.Outcome))
            .OrderBy(answer => answer.Key, StringComparer.Ordinal)
            .Select(answer => (answer.Key, ReportRows.ToResult(_before[answer.Key]), answer.Value))];

    // What could not be read, or doesn't apply, neither opens nor closes a task.
    private static bool IsTurn(CheckOutcome before, CheckOutcome after) =>
        (before, after) is (CheckOutcome.Pass, CheckOutcome.Fail) or (CheckOutcome.Fail, CheckOutcome.Pass);

    private static string Json(CheckResult result) => JsonSerializer.Serialize(result, StoredJson.Default.CheckResult);
}
