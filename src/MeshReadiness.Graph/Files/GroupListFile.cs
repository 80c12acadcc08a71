using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Graph.Files;

/// <summary>
/// The groups of a tenant, as <c>GET /groups</c> answers them. They say what groups are called and give; who is in them only
/// where <c>members</c> or <c>transitiveMembers</c> stand inside.
/// </summary>
internal static class GroupListFile
{
    /// <summary>Whether the file lists groups of the tenant, and not those of one person.</summary>
    public static bool Is(FileItems file, int people) => file.IsOfGroups || file.Items.Any(item => item.Read((_, element) => TellsMembers(element)))
        || (people != 1 && !file.IsOne && !file.Items.Any(item => item.Read((_, element) => TellsType(element))));

    public static GroupsFile AddTo(ImmutableArray<PersonFacts> people, FileItems file)
    {
        List<Listed> groups = [.. file.Items.Select(item => item.Read((_, element) => Read(element))).OfType<Listed>()];
        var known = new GroupsFile(people, [.. groups.Select(group => group.Facts)]);

        return groups.Any(group => group.Direct is not null || group.All is not null)
            ? known with { People = [.. people.Select(person => In(person, groups, !file.IsCutOff))] }
            : known;
    }

    private static Listed? Read(JsonElement item) => MembershipParts.Group(item) is not { } group ? null
        : new(group, MembershipParts.Ids(item, "members"), MembershipParts.Ids(item, "transitiveMembers"));

    private static PersonFacts In(PersonFacts person, List<Listed> groups, bool isWhole)
    {
        var direct = groups.Where(group => group.Direct?.Ids.Contains(person.User.Id) is true).ToList();
        var found = groups.Where(group => group.All?.Ids.Contains(person.User.Id) is true).Union(direct).ToHashSet();

        // Whoever is in a group is in the groups around it as well.
        while (groups.Where(group => !found.Contains(group) && found.Any(inner => group.Direct?.Ids.Contains(inner.Facts.Id) is true)).ToList() is { Count: > 0 } around)
        {
            found.UnionWith(around);
        }

        return person with
        {
            DirectGroups = groups.Any(group => group.Direct is not null) ? Facts(direct, isWhole && groups.All(group => group.Direct?.IsWhole is true)) : person.DirectGroups,
            Groups = Facts(found, isWhole && groups.All(group => group.Direct?.IsWhole is true || group.All?.IsWhole is true)),
        };
    }

    private static Result<MembershipFacts> Facts(IEnumerable<Listed> groups, bool isWhole) => new MembershipFacts([.. groups.Select(group => group.Facts)], isWhole);

    private static bool TellsMembers(JsonElement item) => item.TryGetProperty("members", out _) || item.TryGetProperty("transitiveMembers", out _);

    private static bool TellsType(JsonElement item) => item.TryGetProperty("@odata.type", out _);

    private sealed record Listed(GroupFacts Facts, ListedIds? Direct, ListedIds? All);
}

/// <summary>What a file of groups tells.</summary>
/// <param name="People">The people with the groups that they are in, as far as the file tells that.</param>
/// <param name="Groups">Groups of the tenant, whoever is in them.</param>
public sealed record GroupsFile(ImmutableArray<PersonFacts> People, ImmutableArray<GroupFacts> Groups);
