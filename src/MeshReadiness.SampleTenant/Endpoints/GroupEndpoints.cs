using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

internal static class GroupEndpoints
{
    public static void Map(Router router)
    {
        router.Get("groups", call => Collections.WriteAsync(
            call, GroupShape.Instance, Source(call), CollectionRules.Directory, () => call.Tenant.Groups.All.Count));
        router.Get("groups/$count", call => Collections.WriteCountAsync(call, GroupShape.Instance, Source(call), () => call.Tenant.Groups.All.Count));
        router.Get("groups/{id}", call => Collections.WriteOneAsync(call, GroupShape.Instance, GroupShape.Of(Group(call))));
        router.Get("groups/{id}/members", call => Members(call, [Group(call)], call.Tenant.Groups.NestedIn(Group(call))));
        router.Get("groups/{id}/members/microsoft.graph.user", call => People(call, [Group(call)]));
        router.Get("groups/{id}/transitiveMembers", call => Members(call, All(call), [.. All(call).Skip(1)]));
        router.Get("groups/{id}/transitiveMembers/microsoft.graph.user", call => People(call, All(call)));
        router.Get("groups/{id}/membersWithLicenseErrors", call => MembersWithErrors(call));
    }

    public static Group Group(GraphCall call) => call.Tenant.Groups.Find(call["id"]) ?? throw GraphException.NotFound(call["id"]);

    private static Source<System.Text.Json.Nodes.JsonObject> Source(GraphCall call) => from =>
        Collections.Of(call.Tenant.Groups.All)(from).Select(entry => (entry.Cursor, GroupShape.Of(entry.Item)));

    private static IReadOnlyList<Group> All(GraphCall call) => call.Tenant.Groups.WithNested(Group(call));

    private static Task Members(GraphCall call, IReadOnlyList<Group> groups, IReadOnlyList<Group> nested) =>
        Collections.WriteAsync(
            call, MixedShape.Instance, from => call.Tenant.Groups.Members(groups, nested, from), CollectionRules.Directory);

    private static Task People(GraphCall call, IReadOnlyList<Group> groups)
    {
        if (!call.IsEventual || !(call.Query.Count || call.Query.SkipToken is not null))
        {
            throw GraphException.Unsupported("The cast needs ConsistencyLevel: eventual and $count=true.");
        }

        return Collections.WriteAsync(
            call,
            PersonShape.Instance,
            from => call.Tenant.Groups.Members(groups, [], from).Select(entry => (entry.Cursor, (Person)entry.Item)),
            CollectionRules.Directory);
    }

    private static Task MembersWithErrors(GraphCall call)
    {
        var id = Group(call).Id;

        return Collections.WriteAsync(
            call,
            PersonShape.Instance,
            from => call.Tenant.People.From(from).Where(entry =>
                entry.Item.Licences.Assignments.Any(one => one.HasError && entry.Item.Licences.GroupId(one) == id)),
            CollectionRules.Directory);
    }
}
