using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Holdings as they are written into a row.</summary>
/// <param name="Licences">The licences in force.</param>
/// <param name="Plans">The service plans; <see langword="null"/> when they follow from the licences.</param>
/// <param name="Assignments">How each licence came.</param>
internal sealed record StoredHoldings(
    ImmutableArray<AssignedLicense> Licences, ImmutableArray<AssignedPlan>? Plans, ImmutableArray<LicenseAssignmentState> Assignments)
{
    public static (string Hash, string Json) Write(LicenceHoldings holdings)
    {
        var stored = new StoredHoldings(holdings.Licences, holdings.Plans.IsDefault ? null : holdings.Plans, holdings.Assignments);
        return ContentHash.Of(JsonSerializer.SerializeToUtf8Bytes(stored, StoredJson.Default.StoredHoldings));
    }

    public static async Task<LicenceHoldings> FindAsync(MeshReadinessDbContext db, int id, CancellationToken cancellationToken) =>
        Read(await db.Holdings.Where(holdings => holdings.Id == id).Select(holdings => holdings.Json).SingleAsync(cancellationToken));

    public static LicenceHoldings Read(string json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredHoldings)!;
        return new() { Licences = stored.Licences, Plans = stored.Plans ?? default, Assignments = stored.Assignments };
    }
}
