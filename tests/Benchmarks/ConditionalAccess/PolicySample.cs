using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Benchmarks.ConditionalAccess;

/// <summary>Policies and people, the same in every run: groups of all sizes, exceptions in most policies, filters in some.</summary>
internal sealed class PolicySample(int seed)
{
    private const int Groups = 60, Roles = 14;

    private readonly Random _random = new(seed);

    /// <summary>As many policies.</summary>
    public ImmutableArray<ConditionalAccessPolicy> Policies(int count) => [.. Enumerable.Range(0, count).Select(Policy)];

    /// <summary>
    /// As many people. Everybody is in up to five groups, more often in the first ones, as in a directory with a few large groups and
    /// many small; each group is read as Graph lists it, from the group down.
    /// </summary>
    public ImmutableArray<PersonClass> People(int count)
    {
        var ids = Enumerable.Range(0, count).Select(number => new Guid(number, 1, 2, new byte[8]).ToString()).ToArray();
        var members = Enumerable.Range(0, Groups).Select(_ => new List<string>()).ToArray();
        var index = new MembershipIndex();

        foreach (var id in ids)
        {
            for (var group = _random.Next(6); group > 0; group--)
            {
                members[(int)(Groups * Math.Pow(_random.NextDouble(), 3))].Add(id);
            }
        }

        for (var group = 0; group < Groups; group++)
        {
            index.Add(MembershipKind.Group, Group(group), members[group]);
        }

        for (var role = 0; role < Roles; role++)
        {
            index.Add(MembershipKind.Role, Role(role), _random.GetItems(ids, 8));
        }

        return [.. ids.Select(id => _random.Next(12) == 0
            ? new PersonClass(index.Of(id), UserType.Guest, _random.Next(4) == 0 ? null : InvitationState.Accepted)
            : new PersonClass(index.Of(id), UserType.Member, null))];
    }

    private static string Group(int number) => new Guid(number, 3, 4, new byte[8]).ToString();

    private static string Role(int number) => new Guid(number, 5, 6, new byte[8]).ToString();

    private ConditionalAccessPolicy Policy(int number)
    {
        var users = new JsonObject { ["excludeGroups"] = Some(Group, Groups, 3) };
        users[_random.Next(3) == 0 ? "includeUsers" : "includeGroups"] = users.Count == 1 && _random.Next(2) == 0 ? Some(Group, Groups, 4) : new JsonArray("All");
        users["includeRoles"] = _random.Next(10) == 0 ? Some(Role, Roles, 3) : null;

        var json = new JsonObject
        {
            ["id"] = new Guid(number, 7, 8, new byte[8]).ToString(),
            ["displayName"] = string.Create(CultureInfo.InvariantCulture, $"Policy {number}"),
            ["state"] = Any("enabled", "enabled", "enabled", "enabledForReportingButNotEnforced", "disabled"),
            ["conditions"] = new JsonObject
            {
                ["users"] = users,
                ["applications"] = new JsonObject { ["includeApplications"] = new JsonArray(Any("All", "Office365", MeshNames.ServicesAppId)) },
                ["clientAppTypes"] = new JsonArray("all"),
                ["platforms"] = _random.Next(3) == 0 ? new JsonObject { ["includePlatforms"] = new JsonArray(Any("android", "windows", "iOS")) } : null,
                ["devices"] = _random.Next(4) == 0
                    ? new JsonObject { ["deviceFilter"] = new JsonObject { ["mode"] = Any("include", "exclude"), ["rule"] = Any("device.model -startsWith \"Quest\"", "device.manufacturer -notIn [\"Meta\",\"Oculus\"]", "device.isCompliant -eq True") } }
                    : null,
            },
            ["grantControls"] = new JsonObject { ["operator"] = Any("AND", "OR"), ["builtInControls"] = new JsonArray(Any("mfa", "compliantDevice", "block", "mfa")) },
        };
        return PolicyReader.Read(JsonElement.Parse(json.ToJsonString())).Value;
    }

    private JsonArray Some(Func<int, string> id, int from, int most) =>
        [.. Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => _random.Next(from)).Distinct().Select(number => JsonValue.Create(id(number)))];

    private string Any(params string[] choices) => choices[_random.Next(choices.Length)];
}
