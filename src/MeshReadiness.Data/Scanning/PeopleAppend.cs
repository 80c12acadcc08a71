using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Makes rows of people and adds them.</summary>
internal sealed class PeopleAppend(PeopleDictionary dictionary, IPeopleTables tables)
{
    /// <summary>Adds people as they are from a snapshot on.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="users">The people.</param>
    /// <param name="since">The snapshot's number.</param>
    /// <param name="firstKey">The key of the first of them; the others follow.</param>
    /// <param name="products">The tenant's products, to leave out the plans that follow from the licences.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AddAsync(
        MeshReadinessDbContext db,
        IReadOnlyList<UserFacts> users,
        int since,
        long firstKey,
        TenantProducts products,
        CancellationToken cancellationToken)
    {
        var rows = new List<PersonRecord>(users.Count);
        db.ChangeTracker.AutoDetectChangesEnabled = false;

        foreach (var user in users)
        {
            rows.Add(await ToRowAsync(db, user, since, firstKey + rows.Count, products, cancellationToken));
        }

        // New labels, holdings and profiles.
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await tables.AddAsync(db, rows, users, cancellationToken);
    }

    public async ValueTask<PersonRecord> ToRowAsync(
        MeshReadinessDbContext db, UserFacts user, int since, long key, TenantProducts products, CancellationToken cancellationToken) => new()
        {
            Key = key,
            Since = since,
            Id = user.Id,
            DisplayName = user.DisplayName,
            UserPrincipalName = user.UserPrincipalName,
            Mail = user.Mail,
            ProfileId = await dictionary.ProfileAsync(
                db, PersonProfile.Of(user) with { Holdings = products.Reduce(user.Holdings) }, cancellationToken),
            DepartmentId = await dictionary.LabelAsync(db, user.Department, cancellationToken),
            JobTitleId = await dictionary.LabelAsync(db, user.JobTitle, cancellationToken),
            OfficeLocationId = await dictionary.LabelAsync(db, user.OfficeLocation, cancellationToken),
            CountryId = await dictionary.LabelAsync(db, user.Country, cancellationToken),
            UsageLocationId = await dictionary.LabelAsync(db, user.UsageLocation, cancellationToken),
            SortName = SearchWords.SortName(user.DisplayName),
        };
}
