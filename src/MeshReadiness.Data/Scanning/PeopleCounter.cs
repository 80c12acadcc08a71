using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Runtime.InteropServices;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Counts and judges the people of a running scan in one pass over their rows, of which it takes four numbers each. After
/// an incremental scan only the rows that came and went are passed over, and the counts of the snapshot before go on;
/// unless the tenant's products now decide otherwise, or the snapshot before wasn't counted by all of these; then everybody is
/// counted anew.
/// </summary>
internal sealed class PeopleCounter(MeshReadinessDbContext db, RunningScan scan, EligibilityRules rules)
{
    // What people carry one label of, or none.
    private static readonly Dimension[] Labelled = [Dimension.Department, Dimension.Country, Dimension.Office];

    private readonly Dictionary<int, (PersonProfile Profile, Footprint Footprint)> _profiles = [];
    private readonly Dictionary<int, int> _people = [];
    private readonly Dictionary<(Dimension, int LabelId, Footprint), int> _labels = [];

    public async Task<PeopleCount> CountAsync(CancellationToken cancellationToken)
    {
        await LoadProfilesAsync(cancellationToken);

        if (scan.BaseId is { } baseId && await GoOnFromAsync(baseId, cancellationToken))
        {
            await PassAsync(EndedRows(scan.Number, scan.Roster), -1, cancellationToken);
            await PassAsync(StandingRows(scan.FirstKey, scan.Roster), 1, cancellationToken);
        }
        else
        {
            await PassAsync(StandingRows(PersonKeys.First(scan.Roster), scan.Roster), 1, cancellationToken);
        }

        return new(
            [.. _people.Where(count => count.Value > 0).OrderBy(count => count.Key)
                .Select(count => new ProfileCount(count.Key, _profiles[count.Key].Profile, _profiles[count.Key].Footprint, count.Value))],
            [.. _labels.Where(count => count.Value > 0)
                .Select(count => new LabelCount(count.Key.Item1, count.Key.LabelId, count.Key.Item3, count.Value))],
            await GroupsAsync(cancellationToken),
            scan.BaseId is null ? null : await ChangesAsync(cancellationToken));
    }

    /// <summary>The rows of a roster that ended with a snapshot.</summary>
    public static string EndedRows(int number, int roster) =>
        Rows($"\"Until\" = {Text(number)} AND \"Until\" < {Text(PersonRecord.Forever)}", PersonKeys.First(roster), roster);

    /// <summary>The rows of a roster, from a key on, that are still true.</summary>
    public static string StandingRows(long from, int roster) => Rows($"\"Until\" = {Text(PersonRecord.Forever)}", from, roster);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Two numbers to a column: a column costs as much as the row.
    private static string Rows(string condition, long from, int roster) =>
        $"""
        SELECT {Both("OfficeLocationId", "ProfileId")}, {Both("DepartmentId", "CountryId")}
        FROM "People" WHERE {condition} AND "Key" >= {Text(from)} AND "Key" < {Text(PersonKeys.First(roster + 1))}
        """;

    private static string Both(string high, string low) =>
        $"""CAST(COALESCE("{high}", 0) AS BIGINT) * CAST({Text(1L << 32)} AS BIGINT) + COALESCE("{low}", 0)""";

    private static int High(long both) => (int)(both >> 32);

    private static int Low(long both) => (int)both;

    private async Task LoadProfilesAsync(CancellationToken cancellationToken)
    {
        var stored = db.Profiles.AsNoTracking().OrderBy(profile => profile.HoldingsId)
            .Join(db.Holdings, profile => profile.HoldingsId, holdings => holdings.Id, (profile, holdings) => new { Profile = profile, holdings.Json })
            .AsAsyncEnumerable();
        var memberships = await StoredMemberships.AllAsync(db, cancellationToken);
        var (last, holdings) = (0, LicenceHoldings.None);

        await foreach (var row in stored.WithCancellation(cancellationToken))
        {
            var profile = row.Profile;
            (last, holdings) = last == profile.HoldingsId ? (last, holdings) : (profile.HoldingsId, StoredHoldings.Read(row.Json));
            var facts = new PersonProfile(holdings, profile.UserType, profile.AccountEnabled, profile.Invitation, profile.HasUsageLocation)
            {
                Memberships = memberships[profile.MembershipsId],
            };
            _profiles[profile.Id] = (facts, rules.FootprintOf(facts));
        }
    }

    // False when a profile's footprint isn't what it was, so that nothing counted by footprint can be used again; and when an
    // earlier version of the portal counted by less.
    private async Task<bool> GoOnFromAsync(Guid baseId, CancellationToken cancellationToken)
    {
        var profiles = await db.SnapshotProfiles.AsNoTracking().Where(count => count.SnapshotId == baseId).ToListAsync(cancellationToken);

        if (profiles.Count == 0 || profiles.Any(count => FootprintKeys.Of(_profiles[count.ProfileId].Footprint) != count.Footprint))
        {
            return false;
        }

        var footprints = _profiles.Values.Select(profile => profile.Footprint).Distinct().ToDictionary(FootprintKeys.Of);
        var labels = await db.GroupCounts.AsNoTracking().Where(count => count.SnapshotId == baseId).ToListAsync(cancellationToken);

        // By each of these, everybody counts once.
        if (Labelled.Any(dimension => labels.Where(count => count.Dimension == dimension).Sum(count => count.People) != profiles.Sum(count => count.People)))
        {
            return false;
        }

        foreach (var count in profiles)
        {
            _people[count.ProfileId] = count.People;
        }

        foreach (var count in labels)
        {
            _labels[(count.Dimension, count.LabelId, footprints[count.Footprint])] = count.People;
        }

        return true;
    }

    private async Task PassAsync(string sql, int times, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        var seen = new Dictionary<(long OfficeAndProfile, long DepartmentAndCountry), int>();

        // Reading is local in SQLite and buffered in SQL Server; awaiting every row would cost more than the row.
        while (rows.Read())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(seen, (rows.GetInt64(0), rows.GetInt64(1)), out _)++;
            cancellationToken.ThrowIfCancellationRequested();
        }

        foreach (var ((officeAndProfile, departmentAndCountry), people) in seen)
        {
            var footprint = _profiles[Low(officeAndProfile)].Footprint;
            CollectionsMarshal.GetValueRefOrAddDefault(_people, Low(officeAndProfile), out _) += times * people;
            Add(Dimension.Department, High(departmentAndCountry));
            Add(Dimension.Country, Low(departmentAndCountry));
            Add(Dimension.Office, High(officeAndProfile));

            void Add(Dimension dimension, int label) =>
                CollectionsMarshal.GetValueRefOrAddDefault(_labels, (dimension, label, footprint), out _) += times * people;
        }
    }

    private async Task<ImmutableArray<GroupCount>> GroupsAsync(CancellationToken cancellationToken)
    {
        var texts = await db.Labels.AsNoTracking().ToDictionaryAsync(label => label.Id, label => label.Text, cancellationToken);
        var byLabel = _labels.Where(count => count.Value > 0).Select(count => new GroupCount(
            count.Key.Item1, texts.GetValueOrDefault(count.Key.LabelId, ""), count.Key.Item3, count.Value));
        var byProfile = _people.Where(count => count.Value > 0).SelectMany(count => OfProfile(_profiles[count.Key], count.Value));

        return [.. byLabel.Concat(byProfile.GroupBy(count => (count.Dimension, count.Value, count.Footprint))
            .Select(group => group.First() with { People = group.Sum(count => count.People) }))];
    }

    private static IEnumerable<GroupCount> OfProfile((PersonProfile Profile, Footprint Footprint) one, int people) => one.Profile.Holdings.Licences
        .Select(licence => licence.SkuId).Distinct()
        .Select(sku => new GroupCount(Dimension.Product, sku.ToString(), one.Footprint, people))
        .Append(new(Dimension.UserType, one.Profile.UserType?.ToString() ?? "", one.Footprint, people));

    private async Task<PeopleChanges> ChangesAsync(CancellationToken cancellationToken)
    {
        var (first, end) = (PersonKeys.First(scan.Roster), PersonKeys.First(scan.Roster + 1));
        var begun = db.People.Where(person => person.Key >= scan.FirstKey && person.Key < end && person.Until == PersonRecord.Forever);
        var ended = db.People.Where(person => person.Until == scan.Number && person.Until < PersonRecord.Forever && person.Key >= first && person.Key < end);
        var stayed = ended
            .Join(db.PeopleById.Where(entry => entry.Roster == scan.Roster && entry.Key >= scan.FirstKey), was => was.Id, entry => entry.Id, (was, entry) => new { Was = was, entry.Key })
            .Join(begun, person => person.Key, now => now.Key, (person, now) => new { person.Was, Now = now });

        // Somebody who was changed and changed back, on another page, is as before.
        var different = stayed.Where(person => person.Was.DisplayName != person.Now.DisplayName
            || person.Was.UserPrincipalName != person.Now.UserPrincipalName || person.Was.Mail != person.Now.Mail
            || person.Was.ProfileId != person.Now.ProfileId || person.Was.DepartmentId != person.Now.DepartmentId
            || person.Was.JobTitleId != person.Now.JobTitleId || person.Was.OfficeLocationId != person.Now.OfficeLocationId
            || person.Was.CountryId != person.Now.CountryId || person.Was.UsageLocationId != person.Now.UsageLocationId);
        var both = await stayed.CountAsync(cancellationToken);

        return new(
            await begun.CountAsync(cancellationToken) - both,
            await different.CountAsync(cancellationToken),
            await ended.CountAsync(cancellationToken) - both);
    }
}
