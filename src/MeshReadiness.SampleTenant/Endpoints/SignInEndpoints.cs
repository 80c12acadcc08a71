using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>The sign-ins of the last thirty days, newest first. v1.0 shows the interactive ones only.</summary>
internal static class SignInEndpoints
{
    private static readonly JsonShape Shape = new(
        "auditLogs/signIns", "signIn",
        "createdDateTime userDisplayName userPrincipalName userId appId appDisplayName ipAddress clientAppUsed correlationId conditionalAccessStatus " +
        "isInteractive riskDetail riskLevelAggregated riskLevelDuringSignIn riskState riskEventTypes riskEventTypes_v2 resourceDisplayName resourceId " +
        "status deviceDetail location appliedConditionalAccessPolicies signInEventTypes authenticationProtocol originalTransferMethod " +
        "authenticationRequirement tokenIssuerType userType userAgent crossTenantAccessType homeTenantId resourceTenantId servicePrincipalId");

    public static void Map(Router router) => router.Get("auditLogs/signIns", call => Collections.WriteAsync(
        call, Shape, from => All(call, from), CollectionRules.SignIns));

    private static IEnumerable<(long Cursor, JsonObject Item)> All(GraphCall call, long from)
    {
        var log = new SignInBook(call.Tenant);
        var showsAll = call.IsBeta && call.Query.Filter?.Contains("signInEventTypes", StringComparison.OrdinalIgnoreCase) == true;

        var enforced = call.Tenant.Policies.All().Where(policy => policy["state"]!.ToString() == "enabled").ToList();

        for (var number = (int)from; number < log.Count; number++)
        {
            if (log.At(number) is { } signIn && (showsAll || signIn.IsInteractive))
            {
                yield return (number, SignInJson.Of(call.Tenant, signIn, enforced, call.IsBeta));
            }
        }
    }
}
