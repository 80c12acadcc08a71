using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Stores and reads what follows from a snapshot: counts, verdicts by footprint, answers of checks.</summary>
internal static class ReportRows
{
    /// <summary>Adds everything. Only the few rows that one snapshot has go through the change tracker.</summary>
    public static async Task AddAsync(
        MeshReadinessDbContext db,
        IBulkTables tables,
        Guid snapshotId,
        PeopleCount count,
        ReadinessReport report,
        EligibilityRules rules,
        IReadOnlyDictionary<string, DateTimeOffset> since,
        CancellationToken cancellationToken)
    {
        db.Reports.Add(ToRecord(snapshotId, report, count.Population));
        await db.SaveChangesAsync(cancellationToken);

        await tables.AddAsync(
            db,
            report.Experiences.Select((experience, position) => new ExperienceCountRecord
            {
                SnapshotId = snapshotId,
                ExperienceId = experience.ExperienceId,
                Position = position,
                Ready = experience.Counts.Ready,
                NotReady = experience.Counts.NotReady,
                Unknown = experience.Counts.Unknown,
                NotApplicable = experience.Counts.NotApplicable,
            }),
            cancellationToken);

        await tables.AddAsync(
            db,
            report.Reasons.Select((reason, position) => new ReasonCountRecord
            {
                SnapshotId = snapshotId,
                ExperienceId = reason.ExperienceId,
                Code = reason.Reason.Code,
                Position = position,
                Reason = JsonSerializer.Serialize(reason.Reason, StoredJson.Default.Reason),
                People = reason.People,
            }),
            cancellationToken);

        await tables.AddAsync(
            db,
            report.AllChecks.Select(check => new CheckResultRecord
            {
                SnapshotId = snapshotId,
                TaskId = check.Key,
                Outcome = check.Value.Outcome,
                Since = since[check.Key],
                IsHint = check.Value.IsHint,
                Sentence = check.Value.Sentence,
                Findings = JsonSerializer.Serialize(check.Value.Findings, StoredJson.Default.ImmutableArrayFinding),
            }),
            cancellationToken);

        await AddCountsAsync(db, tables, snapshotId, count, cancellationToken);
        await AddVerdictsAsync(db, tables, snapshotId, count, rules, cancellationToken);
    }

    public static async Task<ReadinessReport?> ReadAsync(MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken)
    {
        var anyone = await db.Reports.Where(report => report.SnapshotId == snapshotId)
            .Select(report => new VerdictCounts(report.Ready, report.NotReady, report.Unknown, report.NotApplicable))
            .SingleOrDefaultAsync(cancellationToken);

        if (anyone is null)
        {
            return null;
        }

        var experiences = await db.ExperienceCounts.Where(count => count.SnapshotId == snapshotId).OrderBy(count => count.Position)
            .Select(count => new ExperienceCounts(
                count.ExperienceId, new VerdictCounts(count.Ready, count.NotReady, count.Unknown, count.NotApplicable)))
            .ToListAsync(cancellationToken);
        var reasons = await db.ReasonCounts.Where(count => count.SnapshotId == snapshotId).OrderBy(count => count.Position)
            .Select(count => new { count.ExperienceId, count.Reason, count.People })
            .ToListAsync(cancellationToken);
        var checks = await db.CheckResults.AsNoTracking().Where(result => result.SnapshotId == snapshotId).ToListAsync(cancellationToken);

        return new(
            anyone,
            [.. experiences],
            [.. reasons.Select(count => new ReasonCount(
                count.ExperienceId, JsonSerializer.Deserialize(count.Reason, StoredJson.Default.Reason)!, count.People))],
            checks.ToImmutableDictionary(check => check.TaskId, ToResult));
    }

    public static CheckResult ToResult(CheckResultRecord record) => new(
        record.Outcome, record.Sentence, JsonSerializer.Deserialize(record.Findings, StoredJson.Default.ImmutableArrayFinding)) { IsHint = record.IsHint };

    public static async Task<PopulationFacts?> ReadPopulationAsync(
        MeshReadinessDbContext db, Guid snapshotId, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().SingleOrDefaultAsync(report => report.SnapshotId == snapshotId, cancellationToken);

        if (report is null)
        {
            return null;
        }

        var footprints = await db.Footprints.Where(footprint => footprint.SnapshotId == snapshotId).OrderBy(footprint => footprint.Position)
            .Select(footprint => new FootprintCount(
                new Footprint(footprint.UserType, footprint.AccountEnabled, footprint.Standings), footprint.People))
            .ToListAsync(cancellationToken);

        return new(
            footprints.Sum(count => count.People),
            [.. footprints],
            report.LicensedWithoutUsageLocation,
            report.WithLicenceErrors,
            report.PendingGuests,
            report.LicensedByGroup,
            report.LicensedDirectlyOnly);
    }

    private static ReportRecord ToRecord(Guid snapshotId, ReadinessReport report, PopulationFacts population) => new()
    {
        SnapshotId = snapshotId,
        Ready = report.Anyone.Ready,
        NotReady = report.Anyone.NotReady,
        Unknown = report.Anyone.Unknown,
        NotApplicable = report.Anyone.NotApplicable,
        LicensedWithoutUsageLocation = population.LicensedWithoutUsageLocation,
        WithLicenceErrors = population.WithLicenceErrors,
        PendingGuests = population.PendingGuests,
        LicensedByGroup = population.LicensedByGroup,
        LicensedDirectlyOnly = population.LicensedDirectlyOnly,
    };

    private static async Task AddCountsAsync(
        MeshReadinessDbContext db, IBulkTables tables, Guid snapshotId, PeopleCount count, CancellationToken cancellationToken)
    {
        await tables.AddAsync(
            db,
            count.Profiles.Select(profile => new SnapshotProfileRecord
            {
                SnapshotId = snapshotId,
                ProfileId = profile.ProfileId,
                Footprint = FootprintKeys.Of(profile.Footprint),
                People = profile.People,
            }),
            cancellationToken);

        await tables.AddAsync(
            db,
            count.Labels.Select(label => new GroupCountRecord
            {
                SnapshotId = snapshotId,
                Dimension = label.Dimension,
                LabelId = label.LabelId,
                Footprint = FootprintKeys.Of(label.Footprint),
                People = label.People,
            }),
            cancellationToken);
    }

    private static async Task AddVerdictsAsync(
        MeshReadinessDbContext db,
        IBulkTables tables,
        Guid snapshotId,
        PeopleCount count,
        EligibilityRules rules,
        CancellationToken cancellationToken)
    {
        await tables.AddAsync(
            db,
            GroupVerdicts.Of(count.Groups, rules).Select((group, position) => new GroupVerdictsRecord
            {
                SnapshotId = snapshotId,
                Position = position,
                Dimension = group.Dimension,
                Value = group.Value,
                ExperienceId = group.ExperienceId,
                Ready = group.Counts.Ready,
                NotReady = group.Counts.NotReady,
                Unknown = group.Counts.Unknown,
                NotApplicable = group.Counts.NotApplicable,
            }),
            cancellationToken);

        var judged = count.Population.Footprints
            .Select((footprint, position) => (Count: footprint, Key: FootprintKeys.Of(footprint.Footprint), Position: position, Verdicts: rules.Judge(footprint.Footprint)))
            .ToList();

        await tables.AddAsync(
            db,
            judged.Select(one => new FootprintRecord
            {
                SnapshotId = snapshotId,
                Key = one.Key,
                Position = one.Position,
                UserType = one.Count.Footprint.UserType,
                AccountEnabled = one.Count.Footprint.AccountEnabled,
                Standings = one.Count.Footprint.Standings,
                Best = ReadinessReport.Best(one.Verdicts),
                People = one.Count.People,
            }),
            cancellationToken);

        await tables.AddAsync(
            db,
            judged.SelectMany(one => one.Verdicts.Select(verdict => new FootprintVerdictRecord
            {
                SnapshotId = snapshotId,
                ExperienceId = verdict.ExperienceId,
                Footprint = one.Key,
                Verdict = verdict.Verdict,
                ReasonCodes = FootprintVerdictRecord.Separator
                    + string.Concat(verdict.Reasons.Select(reason => reason.Code + FootprintVerdictRecord.Separator)),
            })),
            cancellationToken);
    }
}
