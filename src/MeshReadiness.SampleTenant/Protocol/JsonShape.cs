using System.Text.Json;
using System.Text.Json.Nodes;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>The shape of the small collections, whose objects are kept as JSON: they show all they have unless told otherwise.</summary>
internal sealed class JsonShape(string set, string typeName, string alsoKnown, string? always = null) : Shape<JsonObject>(set)
{
    private readonly HashSet<string> _known =
        new(alsoKnown.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("id").Append("@odata.type"), StringComparer.OrdinalIgnoreCase);

    protected override string TypeName => typeName;

    public override bool Knows(string property) => _known.Contains(property);

    public override object? ValueOf(JsonObject item, string property) => JsonFields.Read(JsonFields.Find(item, property));

    public override Action<Utf8JsonWriter, JsonObject> Pen(IReadOnlyCollection<string>? selected) => (writer, item) =>
    {
        foreach (var (name, value) in item)
        {
            if (selected is null || name.StartsWith('@') || name == always || selected.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }
        }
    };

    private static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
