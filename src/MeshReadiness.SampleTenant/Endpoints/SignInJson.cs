using System.Globalization;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>A sign-in as the log tells it.</summary>
internal static class SignInJson
{
    public static JsonObject Of(Tenant tenant, SignIn one, IReadOnlyList<JsonObject> enforced, bool isBeta)
    {
        var json = new JsonObject
        {
            ["id"] = tenant.Draw.NamedId($"sign-in {one.Number}"),
            ["createdDateTime"] = Instants.Text(one.At),
            ["userDisplayName"] = one.Person.Name.Display,
            ["userPrincipalName"] = one.Person.Name.Principal,
            ["userId"] = one.Person.Id,
            ["appId"] = tenant.Draw.NamedId("client " + one.App),
            ["appDisplayName"] = one.App,
            ["ipAddress"] = string.Create(CultureInfo.InvariantCulture, $"203.0.113.{one.Person.Index % 250}"),
            ["clientAppUsed"] = one.App == "Outlook" && one.Number % 5 == 0 ? "Browser" : "Mobile Apps and Desktop clients",
            ["correlationId"] = tenant.Draw.NamedId($"correlation {one.Number}"),
            ["conditionalAccessStatus"] = one.ErrorCode == 53003 ? "failure" : "success",
            ["isInteractive"] = one.IsInteractive,
            ["riskDetail"] = "none",
            ["riskLevelAggregated"] = "none",
            ["riskLevelDuringSignIn"] = "none",
            ["riskState"] = "none",
            ["riskEventTypes"] = new JsonArray(),
            ["resourceDisplayName"] = one.Resource,
            ["resourceId"] = one.ResourceId,
            ["status"] = new JsonObject { ["errorCode"] = one.ErrorCode, ["failureReason"] = Reason(one.ErrorCode), ["additionalDetails"] = null },
            ["deviceDetail"] = Device(one),
            ["location"] = new JsonObject
            {
                ["city"] = one.Person.Office.City,
                ["state"] = null,
                ["countryOrRegion"] = one.Person.Office.CountryCode,
                ["geoCoordinates"] = null,
            },
            ["appliedConditionalAccessPolicies"] = Applied(enforced, one),
        };

        if (isBeta)
        {
            json["signInEventTypes"] = new JsonArray(one.IsInteractive ? "interactiveUser" : "nonInteractiveUser");
            json["authenticationProtocol"] = one.ErrorCode == 50199 ? "deviceCode" : "none";
            json["originalTransferMethod"] = one.ErrorCode == 50199 ? "deviceCodeFlow" : "none";
        }

        return json;
    }

    private static JsonObject Device(SignIn one) => new()
    {
        ["deviceId"] = one.Device?.DeviceId.ToString() ?? "",
        ["displayName"] = one.Device?.Name,
        ["operatingSystem"] = one.IsOnHeadset ? "Android" : one.Device?.OperatingSystem ?? "Windows",
        ["browser"] = null,
        ["isCompliant"] = one.Device?.IsCompliant ?? false,
        ["isManaged"] = one.Device?.IsManaged ?? false,
        ["trustType"] = one.Device?.TrustType ?? "",
    };

    private static JsonArray Applied(IReadOnlyList<JsonObject> enforced, SignIn one) =>
    [
        .. enforced.Take(3).Select(policy => new JsonObject
        {
            ["id"] = policy["id"]!.DeepClone(),
            ["displayName"] = policy["displayName"]!.DeepClone(),
            ["enforcedGrantControls"] = policy["grantControls"]?["builtInControls"]?.DeepClone() ?? new JsonArray(),
            ["enforcedSessionControls"] = new JsonArray(),
            ["result"] = one.ErrorCode == 53003 && policy["displayName"]!.ToString().Contains("compliant", StringComparison.Ordinal) ? "failure" : "success",
        }),
    ];

    private static string Reason(int code) => code switch
    {
        53003 => "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
        50199 => "For security reasons, user confirmation is required for this request.",
        50126 => "Error validating credentials due to invalid username or password.",
        _ => "Other.",
    };
}
