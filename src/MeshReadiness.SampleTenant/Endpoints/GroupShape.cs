using System.Globalization;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>A group as Graph shows one.</summary>
internal static class GroupShape
{
    public const string MembersDelta = "members@delta";

    public static readonly JsonShape Instance = new("groups", "group", DirectoryVocabulary.Group);

    /// <summary>In delta answers the members stay whatever is selected.</summary>
    public static readonly JsonShape Delta = new("groups", "group", DirectoryVocabulary.Group, MembersDelta);

    public static JsonObject Of(Group group)
    {
        var nickname = string.Concat(group.Name.Where(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
        var hasErrors = group.Gives.Any(one => one.HasError);

        return new()
        {
            ["id"] = group.Id,
            ["deletedDateTime"] = null,
            ["classification"] = null,
            ["createdDateTime"] = "2023-05-04T09:12:00Z",
            ["creationOptions"] = new JsonArray(),
            ["description"] = group.Description,
            ["displayName"] = group.Name,
            ["expirationDateTime"] = null,
            ["groupTypes"] = group.IsUnified ? new JsonArray("Unified") : [],
            ["isAssignableToRole"] = group.IsRoleAssignable ? true : null,
            ["mail"] = group.IsUnified ? $"{nickname}@contoso.example" : null,
            ["mailEnabled"] = group.IsUnified,
            ["mailNickname"] = nickname,
            ["membershipRule"] = null,
            ["membershipRuleProcessingState"] = null,
            ["onPremisesSyncEnabled"] = null,
            ["preferredDataLocation"] = null,
            ["preferredLanguage"] = null,
            ["proxyAddresses"] = group.IsUnified ? new JsonArray($"SMTP:{nickname}@contoso.example") : [],
            ["renewedDateTime"] = "2023-05-04T09:12:00Z",
            ["resourceBehaviorOptions"] = new JsonArray(),
            ["resourceProvisioningOptions"] = group.IsTeam ? new JsonArray("Team") : [],
            ["securityEnabled"] = !group.IsUnified,
            ["theme"] = null,
            ["visibility"] = group.IsUnified ? group.Visibility : null,
            ["assignedLicenses"] = new JsonArray([.. group.Gives.DistinctBy(one => one.Subscription.Product.SkuId).Select(Licence)]),
            ["licenseProcessingState"] = group.Gives.Count == 0 ? null : new JsonObject { ["state"] = "ProcessingComplete" },
            ["hasMembersWithLicenseErrors"] = group.Gives.Count == 0 ? null : hasErrors,
        };
    }

    private static JsonObject Licence(Assignment given) => new()
    {
        ["skuId"] = given.Subscription.Product.SkuId,
        ["disabledPlans"] = new JsonArray([.. given.Disabled.Select(plan => JsonValue.Create(given.Subscription.Product.PlanId(plan)))]),
    };
}
