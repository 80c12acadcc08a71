using System.Text.Encodings.Web;
using System.Text.Json;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Cli;

/// <summary>Verdicts on people for programs, written one person after the other.</summary>
internal static class EligibilityJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document. Returns whether somebody lacks something.</summary>
    public static bool Write(IEnumerable<PersonEligibility> people, Playbook playbook, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new() { Indented = true, Encoder = Options.Encoder });
        var lacks = false;
        json.WriteStartObject();
        json.WriteStartArray("people");

        foreach (var person in people)
        {
            lacks |= person.LacksSomething;
            JsonSerializer.Serialize(json, PersonDocument.Of(person, playbook), Options);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        return lacks;
    }
}
