using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>A stored person and the row that is still true of them.</summary>
internal sealed record PersonNow(PersonRecord Row, UserFacts Facts);

/// <summary>Finds people by id, as they were last stored.</summary>
internal static class PeopleNow
{
    public static async Task<Dictionary<string, PersonNow>> FindAsync(
        MeshReadinessDbContext db, int roster, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, PersonNow> found = [];
        Dictionary<int, LicenceHoldings> holdings = [];

        foreach (var chunk in ids.Chunk(ScanWriter.Chunk))
        {
            var rows = db.PeopleById
                .Where(entry => entry.Roster == roster && chunk.Contains(entry.Id))
                .Join(db.People.AsNoTracking().Where(person => person.Until == PersonRecord.Forever), entry => entry.Key, person => person.Key, (_, person) => person);

            foreach (var row in await PersonFacts.Select(db, rows).ToListAsync(cancellationToken))
            {
                if (!holdings.TryGetValue(row.HoldingsId, out var held))
                {
                    holdings[row.HoldingsId] = held = await StoredHoldings.FindAsync(db, row.HoldingsId, cancellationToken);
                }

                found[row.Person.Id] = new(row.Person, row.ToFacts(held));
            }
        }

        return found;
    }
}
