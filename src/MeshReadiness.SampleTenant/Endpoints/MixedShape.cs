using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Collections of directory objects: people, groups and other things side by side, each saying what it is.</summary>
internal sealed class MixedShape() : Shape<object>("directoryObjects")
{
    public static readonly MixedShape Instance = new();

    private static readonly HashSet<string> Others = new(
        $"{DirectoryVocabulary.Group} {DirectoryVocabulary.Device} roleTemplateId appId".Split(' '), StringComparer.OrdinalIgnoreCase);

    protected override string TypeName => "directoryObject";

    public override bool Knows(string property) => PersonShape.Instance.Knows(property) || Others.Contains(property);

    public override object? ValueOf(object item, string property) => item switch
    {
        Person person => PersonShape.Instance.ValueOf(person, property),
        Group group => JsonFields.Read(JsonFields.Find(GroupShape.Of(group), property)),
        JsonObject json => JsonFields.Read(JsonFields.Find(json, property)),
        _ => null,
    };

    public override Action<Utf8JsonWriter, object> Pen(IReadOnlyCollection<string>? selected)
    {
        var people = PersonShape.Instance.Pen(selected?.Where(PersonShape.Instance.Knows).ToList());
        var others = GroupShape.Instance.Pen(selected);

        return (writer, item) =>
        {
            switch (item)
            {
                case Person person:
                    writer.WriteString("@odata.type", "#microsoft.graph.user");
                    people(writer, person);
                    break;
                case Group group:
                    writer.WriteString("@odata.type", "#microsoft.graph.group");
                    others(writer, GroupShape.Of(group));
                    break;
                case JsonObject json:
                    others(writer, json);
                    break;
            }
        };
    }
}
