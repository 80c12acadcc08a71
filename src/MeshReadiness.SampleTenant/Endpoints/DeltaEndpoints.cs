using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Changes of people and of groups.</summary>
internal static class DeltaEndpoints
{
    private const int MembersAtOnce = 500;

    public static void Map(Router router)
    {
        router.Get("users/delta", call => DeltaRound.AnswerAsync(call, _ => People(call.Tenant)));
        router.Get("groups/delta", call => DeltaRound.AnswerAsync(call, state => Groups(call.Tenant, WantsMembers(state))));
    }

    private static DeltaFeed<Person> People(Tenant tenant) => new(
        PersonShape.Instance,
        tenant.People.From,
        changes =>
        {
            var people = changes.Where(change => change.JoinedGroup is null).Select(change => change.Person).Distinct().ToList();
            return new(people.Count, at => new(tenant.People.Generator.Ids.Of(people[at]), tenant.People.At(people[at])));
        });

    private static DeltaFeed<JsonObject> Groups(Tenant tenant, bool withMembers) => new(
        GroupShape.Delta,
        withMembers
            ? from => WithMembers(tenant, from)
            : from => Collections.Of(tenant.Groups.All)(from).Select(entry => (entry.Cursor, GroupShape.Of(entry.Item))),
        changes =>
        {
            var groups = changes.Where(change => change.JoinedGroup is not null).GroupBy(change => change.JoinedGroup!.Value).ToList();
            return new(groups.Count, at => new(
                groups[at].Key, Joined(tenant, groups[at].Key, [.. groups[at].Select(one => one.Person).Distinct()], withMembers)));
        });

    private static JsonObject Joined(Tenant tenant, Guid id, IReadOnlyList<int> people, bool withMembers)
    {
        var json = GroupShape.Of(tenant.Groups.Find(id.ToString())!);

        if (withMembers)
        {
            json[GroupShape.MembersDelta] = new JsonArray([.. people.Select(index => Member("user", tenant.People.Generator.Ids.Of(index)))]);
        }

        return json;
    }

    /// <summary>Large groups come in several pieces, each with some of the members; a position is a group and a person.</summary>
    private static IEnumerable<(long Cursor, JsonObject Item)> WithMembers(Tenant tenant, long from)
    {
        var groups = tenant.Groups.All;
        var firstPerson = from & uint.MaxValue;

        for (var index = (int)(from >> 32); index < groups.Count; index++, firstPerson = 0)
        {
            var start = firstPerson;
            var isFirst = start == 0;

            foreach (var piece in tenant.Groups.DirectPeople(groups[index], (int)start).Chunk(MembersAtOnce).DefaultIfEmpty([]))
            {
                var json = GroupShape.Of(groups[index]);
                var nested = isFirst ? groups[index].Nested.Select(id => Member("group", id)) : [];
                json[GroupShape.MembersDelta] = new JsonArray([.. nested, .. piece.Select(person => Member("user", person.Id))]);

                yield return (((long)index << 32) | start, json);
                start = piece.Length == 0 ? start : piece[^1].Index + 1;
                isFirst = false;
            }
        }
    }

    private static JsonObject Member(string type, Guid id) => new() { ["@odata.type"] = "#microsoft.graph." + type, ["id"] = id };

    private static bool WantsMembers(DeltaState state) =>
        state.Expand?.StartsWith("members", StringComparison.OrdinalIgnoreCase) == true
        || state.Select?.Split(',').Contains("members", StringComparer.OrdinalIgnoreCase) == true;
}
