using MeshReadiness.Core.Readiness;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Compares the counts that are stored beside a snapshot with its rows, counted by the database.</summary>
internal static class StoredCounts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task AreThoseOfTheRowsAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        var snapshot = await db.Snapshots.SingleAsync(item => item.Id == id, Cancel);
        var (first, end) = ((long)snapshot.Roster << 32, (snapshot.Roster + 1L) << 32);
        var people = db.People.Where(person => person.Key >= first && person.Key < end && person.Since <= snapshot.Number && snapshot.Number < person.Until);

        Assert.Equal(
            await people.GroupBy(person => person.ProfileId).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancel),
            await db.SnapshotProfiles.Where(count => count.SnapshotId == id).ToDictionaryAsync(count => count.ProfileId, count => count.People, Cancel));
        Assert.Equal(
            await people.GroupBy(person => person.DepartmentId ?? 0).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancel),
            await LabelsAsync(Dimension.Department));
        Assert.Equal(
            await people.GroupBy(person => person.CountryId ?? 0).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancel),
            await LabelsAsync(Dimension.Country));
        Assert.Equal(
            await people.GroupBy(person => person.OfficeLocationId ?? 0).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancel),
            await LabelsAsync(Dimension.Office));
        Assert.Equal(
            (await people.Join(db.Profiles, person => person.ProfileId, profile => profile.Id, (_, profile) => profile)
                .GroupBy(profile => profile.UserType).Select(group => new { group.Key, People = group.Count() }).ToListAsync(Cancel))
                .ToDictionary(group => group.Key?.ToString() ?? "", group => group.People),
            await GroupsAsync(Dimension.UserType));
        Assert.Equal(
            await people.Join(db.Profiles, person => person.ProfileId, profile => profile.Id, (_, profile) => profile)
                .Join(db.HoldingsSkus, profile => profile.HoldingsId, sku => sku.HoldingsId, (_, sku) => sku.SkuId)
                .GroupBy(sku => sku).ToDictionaryAsync(group => group.Key.ToString(), group => group.Count(), Cancel),
            await GroupsAsync(Dimension.Product));

        Task<Dictionary<int, int>> LabelsAsync(Dimension dimension) => db.GroupCounts
            .Where(count => count.SnapshotId == id && count.Dimension == dimension)
            .GroupBy(count => count.LabelId)
            .ToDictionaryAsync(group => group.Key, group => group.Sum(count => count.People), Cancel);

        Task<Dictionary<string, int>> GroupsAsync(Dimension dimension) => db.GroupVerdicts
            .Where(group => group.SnapshotId == id && group.Dimension == dimension && group.ExperienceId == ReasonCount.Anywhere)
            .ToDictionaryAsync(group => group.Value, group => group.Ready + group.NotReady + group.Unknown + group.NotApplicable, Cancel);
    }
}
