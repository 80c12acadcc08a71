using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Who may invite guests, and which organisations are let in.</summary>
internal static class GuestEndpoints
{
    private static readonly JsonShape Authorization = new(
        "policies/authorizationPolicy", "authorizationPolicy",
        "allowedToSignUpEmailBasedSubscriptions allowedToUseSSPR allowEmailVerifiedUsersToJoinOrganization allowInvitesFrom allowUserConsentForRiskyApps " +
        "blockMsolPowerShell defaultUserRolePermissions deletedDateTime description displayName guestUserRoleId");

    private static readonly JsonShape CrossTenant = new(
        "policies/crossTenantAccessPolicy", "crossTenantAccessPolicyConfigurationPartner",
        "automaticUserConsentSettings b2bCollaborationInbound b2bCollaborationOutbound b2bDirectConnectInbound b2bDirectConnectOutbound inboundTrust " +
        "invitationRedemptionIdentityProviderConfiguration isInMultiTenantOrganization isServiceDefault isServiceProvider tenantId tenantRestrictions");

    public static void Map(Router router)
    {
        router.Get("policies/authorizationPolicy", call => Collections.WriteOneAsync(call, Authorization, new()
        {
            ["id"] = "authorizationPolicy",
            ["displayName"] = "Authorization Policy",
            ["description"] = "Used to manage authorization related settings across the company.",
            ["allowInvitesFrom"] = call.Tenant.Scenario switch
            {
                { HasQuirks: true } => "none",
                { Name: "half-licensed" } => "adminsAndGuestInviters",
                _ => "adminsGuestInvitersAndAllMembers",
            },
            ["allowedToSignUpEmailBasedSubscriptions"] = true,
            ["allowedToUseSSPR"] = true,
            ["allowEmailVerifiedUsersToJoinOrganization"] = false,
            ["allowUserConsentForRiskyApps"] = null,
            ["blockMsolPowerShell"] = false,
            ["guestUserRoleId"] = "10dae51f-b6af-4016-8d66-8c2a99b929b3",
            ["defaultUserRolePermissions"] = new JsonObject
            {
                ["allowedToCreateApps"] = false,
                ["allowedToCreateSecurityGroups"] = false,
                ["allowedToCreateTenants"] = false,
                ["allowedToReadOtherUsers"] = true,
            },
        }));
        router.Get("policies/crossTenantAccessPolicy/default", call => Collections.WriteOneAsync(call, CrossTenant, new()
        {
            ["isServiceDefault"] = false,
            ["inboundTrust"] = Trust(!call.Tenant.Scenario.HasQuirks, false),
            ["b2bCollaborationInbound"] = Access(call.Tenant.Scenario.HasQuirks ? "blocked" : "allowed"),
            ["b2bCollaborationOutbound"] = Access("allowed"),
            ["b2bDirectConnectInbound"] = Access("blocked"),
            ["b2bDirectConnectOutbound"] = Access("blocked"),
        }));
        router.Get("policies/crossTenantAccessPolicy/partners", call => Collections.WriteAsync(call, CrossTenant, Collections.Of<JsonObject>(
        [
            Partner(call, "fabrikam", null, Trust(true, true)),
            Partner(call, "litware", call.Tenant.Scenario.IsTidy ? Access("allowed") : Access("blocked"), null),
        ]), CollectionRules.Plain));
    }

    private static JsonObject Partner(GraphCall call, string name, JsonObject? inbound, JsonObject? trust) => new()
    {
        ["tenantId"] = call.Tenant.Draw.NamedId("partner " + name),
        ["isServiceProvider"] = null,
        ["inboundTrust"] = trust,
        ["b2bCollaborationInbound"] = inbound,
        ["b2bCollaborationOutbound"] = null,
        ["b2bDirectConnectInbound"] = null,
        ["b2bDirectConnectOutbound"] = null,
    };

    private static JsonObject Trust(bool mfa, bool devices) => new()
    {
        ["isMfaAccepted"] = mfa,
        ["isCompliantDeviceAccepted"] = devices,
        ["isHybridAzureADJoinedDeviceAccepted"] = devices,
    };

    private static JsonObject Access(string type) => new()
    {
        ["usersAndGroups"] = Side(type, "AllUsers", "user"),
        ["applications"] = Side(type, "AllApplications", "application"),
    };

    private static JsonObject Side(string type, string target, string targetType) => new()
    {
        ["accessType"] = type,
        ["targets"] = new JsonArray(new JsonObject { ["target"] = target, ["targetType"] = targetType }),
    };
}
