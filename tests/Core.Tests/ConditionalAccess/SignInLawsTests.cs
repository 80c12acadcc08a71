using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Random sign-ins and policies: a plain second evaluator that reads the same JSON has to agree.</summary>
public sealed class SignInLawsTests
{
    private const int SignIns = 1_000_000, Lanes = 64, PolicyPool = 3_000, ScenarioPool = 3_000;

    private static readonly string[] Apps = [MeshNames.ServicesAppId, "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"];

    private static readonly AppGroups Groups = new(SignIn.SetOf([Apps[1]]), SignIn.SetOf([Apps[3]]), ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    [Fact]
    public void A_plain_second_evaluator_agrees_on_a_million_sign_ins()
    {
        var random = new Random(11);
        var policies = Enumerable.Range(0, PolicyPool).Select(_ => Policy(random)).Select(json => (Json: json, Read: PolicyReader.Read(json).Value)).ToArray();
        var scenarios = Enumerable.Range(0, ScenarioPool).Select(_ => Scenario(random)).Select(json => (Json: json, Read: ScenarioReader.ReadSignIn(json).Value)).ToArray();
        Assert.All(policies, policy => Assert.Empty(policy.Read.Unmodelled));
        var met = new int[4];

        Parallel.For(0, Lanes, lane =>
        {
            var own = new Random(lane);

            for (var round = 0; round < SignIns / Lanes; round++)
            {
                var scenario = scenarios[own.Next(scenarios.Length)];
                var chosen = Enumerable.Range(0, own.Next(1, 4)).Select(_ => policies[own.Next(policies.Length)]).ToArray();
                var result = new SignInRules([.. chosen.Select(policy => policy.Read)], Groups).Judge(scenario.Read);
                var naive = new NaiveSignIn(scenario.Json, Groups.Office365, Groups.AdminPortals);
                var expected = $"{naive.Outcome(chosen.Select(policy => policy.Json))}: {string.Join(' ', chosen.Select(policy => naive.Applies(policy.Json)))}";
                var found = $"{JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString())}: {string.Join(' ', result.Policies.Select(policy => policy.Applies.ToString().ToLowerInvariant()))}";
                Interlocked.Increment(ref met[(int)result.Outcome]);

                if (expected != found)
                {
                    Assert.Fail($"{expected} expected, {found} found\n{scenario.Json}\n{string.Join('\n', chosen.Select(policy => policy.Json))}");
                }
            }
        });

        // Every outcome came often enough to be tested.
        Assert.All(met, count => Assert.True(count > SignIns / 200, string.Join(' ', met)));
    }

    /// <summary>A random policy.</summary>
    internal static JsonElement Policy(Random random) => Element(new JsonObject
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

    private static JsonElement Scenario(Random random)
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
