using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>A Conditional Access policy in the few words that tell it apart; the rest is as Graph fills it in.</summary>
internal sealed record Policy(string Name)
{
    public string State { get; init; } = "enabled";

    public string[] Users { get; init; } = ["All"];

    public string[] ExcludedUsers { get; init; } = [];

    public string[] Groups { get; init; } = [];

    public string[] ExcludedGroups { get; init; } = [];

    public string[] Roles { get; init; } = [];

    public string? GuestTypes { get; init; }

    public string[] Apps { get; init; } = ["All"];

    public string[] ExcludedApps { get; init; } = [];

    public string[] UserActions { get; init; } = [];

    public string[] ClientTypes { get; init; } = ["all"];

    public string[]? Platforms { get; init; }

    public string[]? ExcludedPlatforms { get; init; }

    public string[]? Locations { get; init; }

    public string[]? ExcludedLocations { get; init; }

    public (string Mode, string Rule)? DeviceFilter { get; init; }

    public string? TransferMethods { get; init; }

    public string[] SignInRisks { get; init; } = [];

    public string Operator { get; init; } = "OR";

    public string[] Grants { get; init; } = [];

    public bool DemandsStrength { get; init; }

    public JsonObject? Session { get; init; }

    public JsonObject ToJson(Guid id) => new()
    {
        ["id"] = id,
        ["templateId"] = null,
        ["displayName"] = Name,
        ["createdDateTime"] = "2024-09-12T08:30:00Z",
        ["modifiedDateTime"] = "2025-02-18T13:05:00Z",
        ["state"] = State,
        ["deletedDateTime"] = null,
        ["conditions"] = PolicyConditions.Of(this),
        ["grantControls"] = Grants.Length == 0 && !DemandsStrength ? null : new JsonObject
        {
            ["operator"] = Operator,
            ["builtInControls"] = List(Grants),
            ["customAuthenticationFactors"] = new JsonArray(),
            ["termsOfUse"] = new JsonArray(),
            ["authenticationStrength"] = DemandsStrength ? Strength() : null,
        },
        ["sessionControls"] = Session?.DeepClone(),
    };

    public static JsonArray List(string[] items) => [.. items.Select(item => JsonValue.Create(item))];

    private static JsonObject Strength() => new()
    {
        ["id"] = "00000000-0000-0000-0000-000000000004",
        ["createdDateTime"] = "2021-12-01T00:00:00Z",
        ["modifiedDateTime"] = "2021-12-01T00:00:00Z",
        ["displayName"] = "Phishing-resistant MFA",
        ["policyType"] = "builtIn",
        ["requirementsSatisfied"] = "mfa",
        ["allowedCombinations"] = List(["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"]),
    };
}
