using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>What a person belongs to.</summary>
internal static class MembershipEndpoints
{
    private const int MostGroups = 20;

    public static void Map(Router router)
    {
        router.Get("users/{id}/memberOf", call => Answer(call, call.Tenant.Groups.DirectGroupsOf(UserEndpoints.Person(call))));
        router.Get("users/{id}/transitiveMemberOf", call => Answer(call, call.Tenant.Groups.AllGroupsOf(UserEndpoints.Person(call))));
        router.Get("users/{id}/transitiveMemberOf/microsoft.graph.group", call => Answer(call, call.Tenant.Groups.AllGroupsOf(UserEndpoints.Person(call))));
        router.Post("users/{id}/checkMemberGroups", CheckAsync);
    }

    private static Task Answer(GraphCall call, IReadOnlyList<Group> groups)
    {
        var roles = call.Path.EndsWith("group", StringComparison.OrdinalIgnoreCase) ? [] : call.Tenant.Roles.HeldBy(UserEndpoints.Person(call));

        return Collections.WriteAsync<object>(call, MixedShape.Instance, Collections.Of<object>([.. groups, .. roles]), CollectionRules.Directory);
    }

    private static async Task CheckAsync(GraphCall call)
    {
        var asked = await ReadAsync(call);
        var held = call.Tenant.Groups.AllGroupsOf(UserEndpoints.Person(call)).Select(group => group.Id.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);

        await call.WriteAsync(writer =>
        {
            writer.WriteString("@odata.context", call.Metadata("Collection(Edm.String)"));
            writer.WriteStartArray("value");

            foreach (var id in asked.Where(held.Contains))
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
        });
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(GraphCall call)
    {
        JsonNode? body;

        try
        {
            body = await JsonNode.ParseAsync(call.Http.Request.Body, cancellationToken: call.Http.RequestAborted);
        }
        catch (JsonException)
        {
            throw GraphException.BadRequest("Unable to read JSON request payload.");
        }

        var ids = (body as JsonObject)?["groupIds"] is JsonArray list ? list.Select(id => id?.ToString() ?? "").ToList() : [];

        return ids.Count is > 0 and <= MostGroups
            ? ids
            : throw GraphException.BadRequest("The property groupIds has to hold 1 to 20 group ids.");
    }
}
