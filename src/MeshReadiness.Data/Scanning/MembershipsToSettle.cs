using System.Globalization;
using MeshReadiness.Core.ConditionalAccess.Population;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MeshReadiness.Data;

/// <summary>Finds people who are stored with other memberships than they have.</summary>
internal static class MembershipsToSettle
{
    private const int Most = 5_000;

    /// <summary>Looks at the people of a roster in the order of their keys, of whom it takes the id and the profile.</summary>
    /// <param name="db">A context with an open transaction.</param>
    /// <param name="roster">The roster.</param>
    /// <param name="from">The key to begin with.</param>
    /// <param name="index">What is true.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Some of them, and the key to go on with; <see langword="null"/> when everybody has been looked at.</returns>
    public static async Task<(List<string> Ids, long? Next)> FindAsync(
        MeshReadinessDbContext db, int roster, long from, MembershipIndex index, CancellationToken cancellationToken)
    {
        var stored = await StoredMemberships.AllAsync(db, cancellationToken);
        var byProfile = await db.Profiles.AsNoTracking().ToDictionaryAsync(profile => profile.Id, profile => stored[profile.MembershipsId], cancellationToken);
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Rows(from, roster);
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<string> ids = [];

        // Reading is local in SQLite and buffered in SQL Server; awaiting every row would cost more than the row.
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = rows.GetString(1);

            if (byProfile[rows.GetInt32(2)].Equals(index.Of(id)))
            {
                continue;
            }

            if (ids.Count == Most)
            {
                return (ids, rows.GetInt64(0));
            }

            ids.Add(id);
        }

        return (ids, null);
    }

    private static string Rows(long from, int roster) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT "Key", "Id", "ProfileId" FROM "People"
        WHERE "Until" = {PersonRecord.Forever} AND "Key" >= {from} AND "Key" < {PersonKeys.First(roster + 1)} ORDER BY "Key"
        """);
}
