using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Random policies and sign-ins that speak of the same few people, groups, apps and places, so that they meet.</summary>
internal static class GenerateSignIns
{
    private static readonly string[] Apps = [MeshNames.ServicesAppId, "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];

    public static readonly AppGroups Groups = new(SignIn.SetOf([Apps[1]]), SignIn.SetOf([Apps[3]]), ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>A policy, as Graph writes it.</summary>
    public static JsonElement Policy(Random random) => Element(new JsonObject
    {
        ["id"] = "p",
        ["displayName"] = "P",
        ["state"] = Pick(random, "enabled", "enabled", "enabled", "enabledForReportingButNotEnforced", "disabled"),
        ["conditions"] = new JsonObject
        {
            ["users"] = Users(random),
            ["applications"] = Applications(random),
            ["clientAppTypes"] = Rarely(random, Some(random, "browser", "mobileAppsAndDesktopClients")) ?? new JsonArray("all"),
            ["clientApplications"] = random.Next(30) == 0 ? new JsonObject { ["includeServicePrincipals"] = new JsonArray("s") } : null,
            ["platforms"] = Rarely(random, new JsonObject { ["includePlatforms"] = Some(random, "all", "android", "windows"), ["excludePlatforms"] = Some(random, "android", "iOS") }),
            ["locations"] = Rarely(random, new JsonObject { ["includeLocations"] = Some(random, "All", "AllTrusted", "l1"), ["excludeLocations"] = Some(random, "AllTrusted", "l1", "l2") }),
            ["devices"] = Rarely(random, new JsonObject
            {
                ["deviceFilter"] = new JsonObject
                {
                    ["mode"] = Pick(random, "include", "exclude"),
                    ["rule"] = Pick(random, "device.model -startsWith \"Quest\"", "device.manufacturer -notIn [\"Meta\",\"Oculus\"]", "device.isCompliant -eq True -or device.trustType -eq \"ServerAD\"", "no rule"),
                },
            }),
            ["signInRiskLevels"] = Rarely(random, Some(random, "high", "medium", "none")) ?? new JsonArray(),
            ["userRiskLevels"] = Rarely(random, Some(random, "high", "none")) ?? new JsonArray(),
            ["insiderRiskLevels"] = random.Next(8) == 0 ? Pick(random, "elevated", "minor,moderate") : null,
            ["authenticationFlows"] = random.Next(6) == 0 ? new JsonObject { ["transferMethods"] = Pick(random, "deviceCodeFlow", "authenticationTransfer", "deviceCodeFlow,authenticationTransfer") } : null,
        },
        ["grantControls"] = random.Next(12) == 0 ? null : new JsonObject
        {
            ["operator"] = Pick(random, "AND", "OR"),
            ["builtInControls"] = Some(random, "mfa", "mfa", "compliantDevice", "domainJoinedDevice", "approvedApplication", "compliantApplication", "passwordChange", "block"),
            ["authenticationStrength"] = random.Next(6) == 0 ? new JsonObject { ["id"] = Pick(random, "s1", "s2") } : null,
            ["termsOfUse"] = Rarely(random, Some(random, "t1", "t2")),
            ["customAuthenticationFactors"] = Rarely(random, Some(random, "c1")),
        },
    });

    private static JsonObject Users(Random random) => new()
    {
        ["includeUsers"] = Some(random, "All", "All", "None", "GuestsOrExternalUsers", "u1"),
        ["excludeUsers"] = Rarely(random, Some(random, "GuestsOrExternalUsers", "u1")),
        ["includeGroups"] = Rarely(random, Some(random, "g1", "g2")),
        ["excludeGroups"] = Rarely(random, Some(random, "g1", "g3")),
        ["includeRoles"] = Rarely(random, Some(random, "r1")),
        ["excludeRoles"] = Rarely(random, Some(random, "r1", "r2")),
        ["includeGuestsOrExternalUsers"] = Rarely(random, Guests(random)),
        ["excludeGuestsOrExternalUsers"] = Rarely(random, Guests(random)),
    };

    private static JsonObject Guests(Random random) => new()
    {
        ["guestOrExternalUserTypes"] = Pick(random, "b2bCollaborationGuest", "internalGuest,b2bCollaborationMember", "b2bDirectConnectUser,serviceProvider", ""),
        ["externalTenants"] = random.Next(2) == 0 ? new JsonObject { ["membershipKind"] = "all" } : new JsonObject { ["membershipKind"] = "enumerated", ["members"] = Some(random, "t1", "t2") },
    };

    private static JsonObject Applications(Random random) => random.Next(12) switch
    {
        0 => new() { ["includeApplications"] = new JsonArray("None"), ["includeUserActions"] = new JsonArray("urn:user:registerdevice") },
        1 => new() { ["includeApplications"] = new JsonArray(), ["includeAuthenticationContextClassReferences"] = new JsonArray("c1") },
        _ => new()
        {
            ["includeApplications"] = Some(random, "All", "All", "Office365", "MicrosoftAdminPortals", Apps[0], Apps[2]),
            ["excludeApplications"] = Rarely(random, Some(random, "Office365", Apps[0], Apps[2])),
        },
    };

    /// <summary>A sign-in, with some facts left out.</summary>
    public static JsonElement Scenario(Random random)
    {
        var user = new JsonObject
        {
            ["id"] = Pick(random, "u1", "u2"),
            ["userType"] = Pick(random, "member", "member", "guest", null),
            ["externalUserType"] = Pick(random, null, null, "b2bCollaborationGuest", "internalGuest", "b2bCollaborationMember", "b2bDirectConnectUser"),
            ["homeTenantId"] = Pick(random, null, "t1", "t3"),
            ["groupIds"] = Some(random, "g1", "g2", "g3"),
            ["roleTemplateIds"] = Some(random, "r1", "r2"),
        };
        var properties = new JsonObject
        {
            ["manufacturer"] = Pick(random, "Oculus", "Dell Inc.", null),
            ["model"] = Pick(random, "Quest 3", "Latitude", null),
            ["trustType"] = Pick(random, "ServerAD", "Workplace", null),
        };
        var device = new JsonObject
        {
            ["platform"] = Pick(random, "android", "windows", "visionOS", null),
            ["registered"] = Flag(random),
            ["managed"] = Flag(random),
            ["compliant"] = Flag(random),
            ["properties"] = Forget(random, properties),
        };
        var scenario = new JsonObject
        {
            ["user"] = Forget(random, user),
            ["resource"] = random.Next(12) switch
            {
                0 => new JsonObject { ["userAction"] = "urn:user:registerdevice" },
                1 => new JsonObject { ["authenticationContext"] = Pick(random, "c1", "c2") },
                _ => new JsonObject { ["appId"] = Pick(random, Apps) },
            },
            ["clientAppType"] = Pick(random, "browser", "mobileAppsAndDesktopClients"),
            ["device"] = Forget(random, device),
            ["location"] = Forget(random, new() { ["namedLocationIds"] = Some(random, "l1", "l2"), ["trusted"] = Flag(random) }),
            ["signInRisk"] = Pick(random, "none", "medium", "high", null),
            ["userRisk"] = Pick(random, "none", "high", null),
            ["insiderRisk"] = Pick(random, "none", "minor", "elevated", null),
            ["authenticationFlow"] = Pick(random, "none", "none", "deviceCodeFlow", "authenticationTransfer"),
            ["satisfied"] = Some(random, "mfa", "mfa", "passwordChange", "termsOfUse:t1", "custom:c1", "approvedApplication", "authenticationStrength:s2"),
            ["authenticationStrengthIds"] = Some(random, "s1"),
            ["crossTenantTrust"] = Forget(random, new() { ["mfa"] = Flag(random), ["compliantDevice"] = Flag(random), ["hybridJoinedDevice"] = Flag(random) }),
        };
        return Element(Forget(random, scenario)!);
    }

    // Half of the objects are whole; of the others some facts are left out.
    private static JsonObject? Forget(Random random, JsonObject item)
    {
        if (random.Next(2) == 0)
        {
            foreach (var name in item.Select(property => property.Key).Where(_ => random.Next(6) == 0).ToList())
            {
                item.Remove(name);
            }
        }

        return item;
    }

    private static JsonValue? Flag(Random random) => random.Next(9) switch { 0 => null, < 5 => JsonValue.Create(true), _ => JsonValue.Create(false) };

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static JsonArray Some(Random random, params string[] choices) =>
        [.. choices.Distinct().Where(_ => random.Next(choices.Length + 1) < 2).Select(choice => JsonValue.Create(choice))];

    private static T? Rarely<T>(Random random, T item)
        where T : class => random.Next(5) == 0 ? item : null;

    private static JsonElement Element(JsonObject item) => JsonElement.Parse(item.ToJsonString());
}
