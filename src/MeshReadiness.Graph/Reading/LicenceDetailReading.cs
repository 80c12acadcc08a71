using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads an item of <c>GET /users/{id}/licenseDetails</c>.</summary>
internal static class LicenceDetailReading
{
    public static LicenceDetail Read(JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            throw new MalformedAnswerException("the item", "an object");
        }

        // Without the list, nothing is told of any plan; an empty one would say that there are none.
        return item.TryGetProperty("servicePlans", out var plans) && plans.ValueKind is JsonValueKind.Array
            ? new(Id(item, "skuId"), [.. item.List("servicePlans").Select((plan, index) => Plan(plan, index))])
            : throw new MalformedAnswerException("servicePlans", "a list");
    }

    private static PlanDetail Plan(JsonElement plan, int index)
    {
        try
        {
            return plan.ValueKind is JsonValueKind.Object
                ? new(Id(plan, "servicePlanId"), plan.NeededText("provisioningStatus"))
                : throw new MalformedAnswerException("the item", "an object");
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside($"servicePlans[{index}]");
        }
    }

    private static Guid Id(JsonElement item, string name) =>
        Guid.TryParse(item.NeededText(name), out var id) ? id : throw new MalformedAnswerException(name, "a GUID");
}
