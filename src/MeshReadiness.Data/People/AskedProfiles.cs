using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Data;

/// <summary>
/// The profiles that a question's filters leave. Verdicts and products belong to profiles, of which there are few, so that
/// people are only compared with a short list.
/// </summary>
internal static class AskedProfiles
{
    /// <summary>The numbers of the profiles; <see langword="null"/> when the filters leave all.</summary>
    public static IQueryable<int>? Of(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
    {
        var footprints = Footprints(db, snapshotId, query);

        if (footprints is null && query.SkuId is null)
        {
            return null;
        }

        var profiles = db.SnapshotProfiles.Where(profile => profile.SnapshotId == snapshotId);

        if (footprints is not null)
        {
            profiles = profiles.Where(profile => footprints.Contains(profile.Footprint));
        }

        if (query.SkuId is { } skuId)
        {
            var holders = db.HoldingsSkus.Where(sku => sku.SkuId == skuId)
                .Join(db.Profiles, sku => sku.HoldingsId, profile => profile.HoldingsId, (_, profile) => profile.Id);
            profiles = profiles.Where(profile => holders.Contains(profile.ProfileId));
        }

        return profiles.Select(profile => profile.ProfileId);
    }

    /// <summary>The footprints that a verdict and a reason leave; <see langword="null"/> when they leave all.</summary>
    public static IQueryable<string>? Footprints(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
    {
        var experience = query.ExperienceId == ReasonCount.Anywhere ? null : query.ExperienceId;

        if (experience is null && query.ReasonCode is null)
        {
            return query.Verdict is { } best
                ? db.Footprints.Where(footprint => footprint.SnapshotId == snapshotId && footprint.Best == best).Select(footprint => footprint.Key)
                : null;
        }

        var verdicts = db.FootprintVerdicts.Where(verdict => verdict.SnapshotId == snapshotId);

        if (experience is not null)
        {
            verdicts = verdicts.Where(verdict => verdict.ExperienceId == experience);
        }

        if (query.Verdict is { } asked)
        {
            verdicts = verdicts.Where(verdict => verdict.Verdict == asked);
        }

        if (query.ReasonCode is { } code)
        {
            var separated = FootprintVerdictRecord.Separator + code + FootprintVerdictRecord.Separator;
            verdicts = verdicts.Where(verdict => verdict.ReasonCodes.Contains(separated));
        }

        return verdicts.Select(verdict => verdict.Footprint);
    }
}
