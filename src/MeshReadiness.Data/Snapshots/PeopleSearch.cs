using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Turns a question about people into SQL. Verdicts and products belong to footprints and licence sets, of which there are
/// few, so that people are only compared with a short list.
/// </summary>
internal static class PeopleSearch
{
    public static IQueryable<PersonRecord> Matching(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
    {
        var people = db.People.AsNoTracking().Where(person => person.SnapshotId == snapshotId);

        if (Footprints(db, snapshotId, query) is { } footprints)
        {
            people = people.Where(person => footprints.Contains(person.Footprint));
        }

        if (query.SkuId is { } skuId)
        {
            var sets = db.LicenceSetSkus.Where(sku => sku.SnapshotId == snapshotId && sku.SkuId == skuId).Select(sku => sku.LicenceSet);
            people = people.Where(person => sets.Contains(person.LicenceSet));
        }

        return string.IsNullOrWhiteSpace(query.Text) ? people : WithText(people, query.Text);
    }

    public static IQueryable<PersonRecord> InOrder(IQueryable<PersonRecord> people, string? text)
    {
        var beginning = SearchWords.Beginning(text);

        return (beginning.Length == 0
            ? people.OrderBy(person => person.IsNameless)
            : people.OrderBy(person => person.SortName.StartsWith(beginning) ? 0 : 1).ThenBy(person => person.IsNameless))
            .ThenBy(person => person.SortName)
            .ThenBy(person => person.Id);
    }

    /// <summary>Counts those who match. Where the footprints or the head already know, nobody is counted again.</summary>
    public static Task<int> CountAsync(
        MeshReadinessDbContext db,
        Guid snapshotId,
        PeopleQuery query,
        IQueryable<PersonRecord> matching,
        CancellationToken cancellationToken)
    {
        if (query.SkuId is not null || !string.IsNullOrWhiteSpace(query.Text))
        {
            return matching.CountAsync(cancellationToken);
        }

        return Footprints(db, snapshotId, query) is { } footprints
            ? db.Footprints.Where(footprint => footprint.SnapshotId == snapshotId && footprints.Contains(footprint.Key))
                .SumAsync(footprint => footprint.People, cancellationToken)
            : db.Snapshots.Where(snapshot => snapshot.Id == snapshotId && !snapshot.IsEmptied)
                .SumAsync(snapshot => snapshot.People, cancellationToken);
    }

    private static IQueryable<PersonRecord> WithText(IQueryable<PersonRecord> people, string text)
    {
        var id = text.Trim();

        if (Guid.TryParse(id, out var guid))
        {
            var written = guid.ToString();
            return people.Where(person => person.Id == id || person.Id == written);
        }

        var words = SearchWords.Split(text);
        var matching = people;

        foreach (var word in words)
        {
            matching = matching.Where(person => person.SearchText.Contains(word));
        }

        return matching;
    }

    private static IQueryable<string>? Footprints(MeshReadinessDbContext db, Guid snapshotId, PeopleQuery query)
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
