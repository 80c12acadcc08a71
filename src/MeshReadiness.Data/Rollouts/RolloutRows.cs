using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Rollouts and work as rows, and back.</summary>
internal static class RolloutRows
{
    public static Rollout ToRollout(RolloutRecord record) => new(
        record.Id,
        record.Name,
        record.PlaybookId,
        record.PlaybookVersion,
        [.. record.Experiences.Split(RolloutRecord.Separator, StringSplitOptions.RemoveEmptyEntries)],
        record.TargetDate,
        record.IsArchived,
        record.Version);

    public static void Write(Rollout rollout, RolloutRecord record)
    {
        record.Name = rollout.Name;
        record.PlaybookVersion = rollout.PlaybookVersion;
        record.Experiences = string.Join(RolloutRecord.Separator, rollout.Experiences);
        record.TargetDate = rollout.TargetDate;
        record.IsArchived = rollout.IsArchived;
        record.Version = rollout.Version;
    }

    /// <summary>Why nothing in this rollout can be changed; <see langword="null"/> when it can.</summary>
    public static async Task<Problem?> WhyNotChangedAsync(MeshReadinessDbContext db, Guid rolloutId, CancellationToken cancellationToken)
    {
        var rollout = await db.Rollouts.AsNoTracking().SingleOrDefaultAsync(stored => stored.Id == rolloutId, cancellationToken);
        return rollout is null ? RolloutStore.NoRollout
            : rollout.IsArchived ? new(ProblemKind.Invalid, $"The rollout {rollout.Name} is archived. Take it out of the archive to change it.")
            : null;
    }

    /// <summary>What people say about the tasks of a rollout, or about one of them. Tasks that nobody has touched are left out.</summary>
    public static async Task<ImmutableArray<TaskWork>> WorkAsync(
        MeshReadinessDbContext db, Guid rolloutId, string? taskId, CancellationToken cancellationToken)
    {
        var evidence = (await db.Evidence.AsNoTracking()
            .Where(item => item.RolloutId == rolloutId && !item.IsTakenBack && (taskId == null || item.TaskId == taskId))
            .OrderBy(item => item.At).ThenBy(item => item.Id).ToListAsync(cancellationToken)).ToLookup(item => item.TaskId);
        var works = await db.TaskWork.AsNoTracking()
            .Where(work => work.RolloutId == rolloutId && (taskId == null || work.TaskId == taskId))
            .OrderBy(work => work.TaskId).ToListAsync(cancellationToken);
        return [.. works.Select(work => ToWork(work, evidence[work.TaskId]))];
    }

    public static void Write(TaskWork work, TaskWorkRecord record)
    {
        (record.OwnerId, record.OwnerName) = (work.Owner?.ObjectId, work.Owner?.DisplayName);
        (record.Due, record.Intent, record.Because) = (work.Due, work.Intent, work.Because);
        (record.RiskBecause, record.RiskExpiresOn) = (work.Risk?.Because, work.Risk?.ExpiresOn);
        (record.RiskAskedById, record.RiskAskedByName, record.RiskAskedAt) = (work.Risk?.AskedBy.ObjectId, work.Risk?.AskedBy.DisplayName, work.Risk?.AskedAt);
        (record.RiskApprovedById, record.RiskApprovedByName, record.RiskApprovedAt) =
            (work.Risk?.ApprovedBy?.ObjectId, work.Risk?.ApprovedBy?.DisplayName, work.Risk?.ApprovedAt);
        record.Version = work.Version;
    }

    public static EvidenceRecord ToRecord(Guid rolloutId, string taskId, Evidence evidence) => new()
    {
        Id = evidence.Id,
        RolloutId = rolloutId,
        TaskId = taskId,
        Source = evidence.Source,
        At = evidence.At,
        ById = evidence.By.ObjectId,
        ByName = evidence.By.DisplayName,
        Words = evidence.Words,
        Answer = evidence.Answer is null ? null : JsonSerializer.Serialize(evidence.Answer, StoredJson.Default.CheckResult),
    };

    private static TaskWork ToWork(TaskWorkRecord record, IEnumerable<EvidenceRecord> evidence) => new(
        record.TaskId,
        Person(record.OwnerId, record.OwnerName),
        record.Due,
        record.Intent,
        record.Because,
        ToRisk(record),
        [.. evidence.Select(ToEvidence)],
        record.Version);

    private static Evidence ToEvidence(EvidenceRecord record) => new(
        record.Id,
        record.Source,
        record.At,
        new(record.ById, record.ByName),
        record.Words,
        record.Answer is null ? null : JsonSerializer.Deserialize(record.Answer, StoredJson.Default.CheckResult));

    private static RiskAcceptance? ToRisk(TaskWorkRecord record) =>
        record is { RiskBecause: { } because, RiskExpiresOn: { } expires, RiskAskedAt: { } askedAt }
            ? new(
                because, expires, new(record.RiskAskedById ?? "", record.RiskAskedByName ?? ""), askedAt,
                Person(record.RiskApprovedById, record.RiskApprovedByName), record.RiskApprovedAt)
            : null;

    private static Actor? Person(string? id, string? name) => id is null ? null : new(id, name ?? "");
}
