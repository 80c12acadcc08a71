using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Reads JSON the way a filter wants it: plain values, lists, and things with fields.</summary>
internal static class JsonFields
{
    public static JsonNode? Find(JsonObject item, string property) =>
        item.TryGetPropertyValue(property, out var value)
            ? value
            : item.FirstOrDefault(field => string.Equals(field.Key, property, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The text of a value; ids are kept as they are and would come with quotes otherwise.</summary>
    public static string Text(JsonNode node) => node.GetValue<object>() switch
    {
        Guid id => id.ToString(),
        string text => text,
        _ => node.ToString(),
    };

    public static object? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonObject item => (Func<string, object?>)(name => Read(Find(item, name))),
        JsonArray list => list.Select(Read).ToList(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => node.GetValue<object>() is IConvertible number
                ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
                : double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture),
            _ => Text(node),
        },
    };
}
