using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Makes people findable by id and by name after they were added. Doing so in large pieces, each sorted, costs a fraction
/// of keeping both up to date with every row, and each piece holds the database only for a moment.
/// </summary>
internal static class PeopleIndex
{
    /// <summary>
    /// How many keys one piece covers. Each piece goes over all of both tables once, so few large ones cost less; one of
    /// this size holds the database for about a second.
    /// </summary>
    public const int Piece = 200_000;

    /// <summary>Adds a range of keys to both.</summary>
    public static async Task AddAsync(MeshReadinessDbContext db, int roster, long from, long before, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "PeopleById" ("Roster", "Id", "Key") SELECT {roster}, "Id", "Key" FROM "People" WHERE "Key" >= {from} AND "Key" < {before} ORDER BY "Id", "Key" """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "PeopleByName" ("Roster", "SortName", "Key", "ProfileId") SELECT {roster}, "SortName", "Key", "ProfileId" FROM "People" WHERE "Key" >= {from} AND "Key" < {before} ORDER BY "SortName", "Key" """,
            cancellationToken);
    }

    /// <summary>Older rows of people who came more than once while everybody was read: the last one counts.</summary>
    public static async Task<List<long>> FindRepeatsAsync(MeshReadinessDbContext db, int roster, int most, CancellationToken cancellationToken)
    {
        var people = db.PeopleById.Where(entry => entry.Roster == roster);
        var twice = await people.GroupBy(entry => entry.Id).Where(entries => entries.Count() > 1)
            .Select(entries => entries.Key).Take(most).ToListAsync(cancellationToken);
        List<long> repeats = [];

        foreach (var ids in twice.Chunk(ScanWriter.Chunk))
        {
            var rows = await people.Where(entry => ids.Contains(entry.Id)).Select(entry => new { entry.Id, entry.Key }).ToListAsync(cancellationToken);
            repeats.AddRange(rows.GroupBy(row => row.Id).SelectMany(rows => rows.OrderByDescending(row => row.Key).Skip(1).Select(row => row.Key)));
        }

        return repeats;
    }
}
