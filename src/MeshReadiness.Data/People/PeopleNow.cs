using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Finds people by id, as they were last stored.</summary>
internal static class PeopleNow
{
    /// <summary>The rows that are still true, by id.</summary>
    public static async Task<Dictionary<string, PersonRecord>> RowsAsync(
        MeshReadinessDbContext db, int roster, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, PersonRecord> rows = [];

        foreach (var chunk in ids.Chunk(ScanWriter.Chunk))
        {
            foreach (var row in await Rows(db, roster, chunk).ToListAsync(cancellationToken))
            {
                rows[row.Id] = row;
            }
        }

        return rows;
    }

    /// <summary>The facts that are still true, by id.</summary>
    public static async Task<Dictionary<string, UserFacts>> FactsAsync(
        MeshReadinessDbContext db, int roster, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, UserFacts> facts = [];
        Dictionary<int, LicenceHoldings> holdings = [];
        Dictionary<int, PolicyMemberships> memberships = [];

        foreach (var chunk in ids.Chunk(ScanWriter.Chunk))
        {
            foreach (var person in await PersonFacts.Select(db, Rows(db, roster, chunk)).ToListAsync(cancellationToken))
            {
                if (!holdings.TryGetValue(person.HoldingsId, out var held))
                {
                    holdings[person.HoldingsId] = held = await StoredHoldings.FindAsync(db, person.HoldingsId, cancellationToken);
                }

                if (!memberships.TryGetValue(person.MembershipsId, out var stands))
                {
                    memberships[person.MembershipsId] = stands = await StoredMemberships.FindAsync(db, person.MembershipsId, cancellationToken);
                }

                facts[person.Person.Id] = person.ToFacts(held, stands);
            }
        }

        return facts;
    }

    private static IQueryable<PersonRecord> Rows(MeshReadinessDbContext db, int roster, string[] ids) => db.PeopleById
        .Where(entry => entry.Roster == roster && ids.Contains(entry.Id))
        .Join(
            db.People.AsNoTracking().Where(person => person.Until == PersonRecord.Forever),
            entry => entry.Key, person => person.Key, (_, person) => person);
}
