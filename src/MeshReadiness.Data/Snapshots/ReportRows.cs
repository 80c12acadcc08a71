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
    public static void Add(
        MeshReadinessDbContext db,
        Guid snapshotId,
        PeopleCount count,
        ReadinessReport report,
        ImmutableArray<GroupVerdicts> groups,
        EligibilityRules rules)
    {
        var population = count.Population;
        db.Reports.Add(new()
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
        });

        db.ExperienceCounts.AddRange(report.Experiences.Select((experience, position) => new ExperienceCountRecord
        {
            SnapshotId = snapshotId,
            ExperienceId = experience.ExperienceId,
            Position = position,
            Ready = experience.Counts.Ready,
            NotReady = experience.Counts.NotReady,
            Unknown = experience.Counts.Unknown,
            NotApplicable = experience.Counts.NotApplicable,
        }));

        db.ReasonCounts.AddRange(report.Reasons.Select((count, position) => new ReasonCountRecord
        {
            SnapshotId = snapshotId,
            ExperienceId = count.ExperienceId,
            Code = count.Reason.Code,
            Position = position,
            Reason = JsonSerializer.Serialize(count.Reason, StoredJson.Default.Reason),
            People = count.People,
        }));

        db.CheckResults.AddRange(report.Checks.Select(check => new CheckResultRecord
        {
            SnapshotId = snapshotId,
            TaskId = check.Key,
            Outcome = check.Value.Outcome,
            Sentence = check.Value.Sentence,
            Findings = JsonSerializer.Serialize(check.Value.Findings, StoredJson.Default.ImmutableArrayFinding),
        }));

        db.SnapshotProfiles.AddRange(count.Profiles.Select(profile => new SnapshotProfileRecord
        {
            SnapshotId = snapshotId,
            ProfileId = profile.ProfileId,
            Footprint = FootprintKeys.Of(profile.Footprint),
            People = profile.People,
        }));

        db.GroupCounts.AddRange(count.Labels.Select(label => new GroupCountRecord
        {
            SnapshotId = snapshotId,
            Dimension = label.Dimension,
            LabelId = label.LabelId,
            Footprint = FootprintKeys.Of(label.Footprint),
            People = label.People,
        }));

        db.GroupVerdicts.AddRange(groups.Select((group, position) => new GroupVerdictsRecord
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
        }));

        foreach (var (footprint, position) in population.Footprints.Select((footprint, position) => (footprint, position)))
        {
            AddFootprint(db, snapshotId, footprint, position, rules.Judge(footprint.Footprint));
        }
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
            ImmutableDictionary.CreateRange(checks.Select(check =>
                KeyValuePair.Create(check.TaskId, new CheckResult(
                    check.Outcome,
                    check.Sentence,
                    JsonSerializer.Deserialize(check.Findings, StoredJson.Default.ImmutableArrayFinding))))));
    }

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

    private static void AddFootprint(
        MeshReadinessDbContext db,
        Guid snapshotId,
        FootprintCount count,
        int position,
        ImmutableArray<ExperienceVerdict> verdicts)
    {
        var key = FootprintKeys.Of(count.Footprint);

        db.Footprints.Add(new()
        {
            SnapshotId = snapshotId,
            Key = key,
            Position = position,
            UserType = count.Footprint.UserType,
            AccountEnabled = count.Footprint.AccountEnabled,
            Standings = count.Footprint.Standings,
            Best = ReadinessReport.Best(verdicts),
            People = count.People,
        });

        db.FootprintVerdicts.AddRange(verdicts.Select(verdict => new FootprintVerdictRecord
        {
            SnapshotId = snapshotId,
            ExperienceId = verdict.ExperienceId,
            Footprint = key,
            Verdict = verdict.Verdict,
            ReasonCodes = FootprintVerdictRecord.Separator
                + string.Concat(verdict.Reasons.Select(reason => reason.Code + FootprintVerdictRecord.Separator)),
        }));
    }
}
