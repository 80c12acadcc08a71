using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Population;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Memberships as they are written into a row. Number 0 stands for none and has no row.</summary>
internal static class StoredMemberships
{
    public const int None = 0;

    public static (string Hash, string Json) Write(PolicyMemberships memberships) =>
        ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(memberships, StoredJson.Default.PolicyMemberships));

    public static async Task<PolicyMemberships> FindAsync(MeshReadinessDbContext db, int id, CancellationToken cancellationToken) => id == None
        ? PolicyMemberships.None
        : Read(await db.Memberships.Where(stored => stored.Id == id).Select(stored => stored.Json).SingleAsync(cancellationToken));

    public static async Task<Dictionary<int, PolicyMemberships>> AllAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Memberships.AsNoTracking().ToDictionaryAsync(stored => stored.Id, stored => Read(stored.Json), cancellationToken);
        all[None] = PolicyMemberships.None;
        return all;
    }

    public static PolicyMemberships Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.PolicyMemberships)!;
}
