using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>All that a person holds, as one value that many people share.</summary>
/// <param name="Licences">The licences in force.</param>
/// <param name="Plans">The service plans that follow.</param>
/// <param name="Assignments">How each licence came.</param>
internal sealed record LicenceSet(
    ImmutableArray<AssignedLicense> Licences, ImmutableArray<AssignedPlan> Plans, ImmutableArray<LicenseAssignmentState> Assignments)
{
    private const int KeyBytes = 16;

    public static (string Key, string Json) Write(UserFacts user)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new LicenceSet(user.AssignedLicenses, user.AssignedPlans, user.LicenseAssignmentStates), StoredJson.Default.LicenceSet);
        return (Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, KeyBytes)), Encoding.UTF8.GetString(bytes));
    }

    public static LicenceSet Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.LicenceSet)!;
}
