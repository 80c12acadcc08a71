using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Makes rows of people and adds them.</summary>
internal sealed class PeopleAppend(PeopleDictionary dictionary, IBulkTables tables)
{
    private readonly NameWords _words = new(tables);

    /// <summary>Who is in what policies name.</summary>
    public MembershipIndex Memberships { get; set; } = new();

    /// <summary>Makes the rows of people as they are from a snapshot on. Their keys follow each other.</summary>
    /// <param name="db">A context with an open transaction, for which the dictionary was prepared.</param>
    /// <param name="users">The people.</param>
    /// <param name="since">The snapshot's number.</param>
    /// <param name="firstKey">The key of the first of them.</param>
    /// <param name="products">The tenant's products, to leave out the plans that follow from the licences.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<List<PersonRecord>> ToRowsAsync(
        MeshReadinessDbContext db,
        IReadOnlyList<UserFacts> users,
        int since,
        long firstKey,
        TenantProducts products,
        CancellationToken cancellationToken)
    {
        var rows = new List<PersonRecord>(users.Count);

        foreach (var user in users)
        {
            rows.Add(await ToRowAsync(db, user, since, firstKey + rows.Count, products, cancellationToken));
        }

        return rows;
    }

    /// <summary>Adds rows, and what is new of what they point at.</summary>
    public async Task AddAsync(
        MeshReadinessDbContext db, IReadOnlyList<PersonRecord> rows, IReadOnlyList<UserFacts> users, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await tables.AddAsync(db, rows, users, cancellationToken);
        await _words.AddAsync(db, users, cancellationToken);
    }

    /// <summary>Must be called after a save that failed: what was remembered may not exist.</summary>
    public void Forget()
    {
        dictionary.Forget();
        _words.Forget();
    }

    private async ValueTask<PersonRecord> ToRowAsync(
        MeshReadinessDbContext db, UserFacts user, int since, long key, TenantProducts products, CancellationToken cancellationToken) => new()
        {
            Key = key,
            Since = since,
            Id = user.Id,
            DisplayName = user.DisplayName,
            UserPrincipalName = user.UserPrincipalName,
            Mail = user.Mail,
            ProfileId = await dictionary.ProfileAsync(
                db, PersonProfile.Of(user) with { Holdings = products.Reduce(user.Holdings), Memberships = Memberships.Of(user.Id) }, cancellationToken),
            DepartmentId = await dictionary.LabelAsync(db, user.Department, cancellationToken),
            JobTitleId = await dictionary.LabelAsync(db, user.JobTitle, cancellationToken),
            OfficeLocationId = await dictionary.LabelAsync(db, user.OfficeLocation, cancellationToken),
            CountryId = await dictionary.LabelAsync(db, user.Country, cancellationToken),
            UsageLocationId = await dictionary.LabelAsync(db, user.UsageLocation, cancellationToken),
            SortName = SearchWords.SortName(user.DisplayName),
        };
}
