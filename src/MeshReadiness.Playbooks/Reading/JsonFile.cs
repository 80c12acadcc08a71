using System.Text;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads a whole JSON file into a value, or says in one sentence where it is broken.</summary>
internal static class JsonFile
{
    public static Result<T> Read<T>(string name, string json, Func<JsonCursor, T> map) =>
        Read(name, Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF')), map);

    public static Result<T> Read<T>(string name, byte[] utf8, Func<JsonCursor, T> map)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return map(JsonCursor.At(document.RootElement, utf8));
        }
        catch (JsonException error)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{name}, line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: this isn't valid JSON. {JsonCursor.OneLine(WithoutPosition(error.Message))}");
        }
        catch (BrokenFileException error)
        {
            return new Problem(ProblemKind.Invalid, $"{name}, line {error.Line}: {error.Message}");
        }
    }

    // The runtime ends its sentence with the position counted from zero; ours, counted from one, stands in front.
    private static string WithoutPosition(string message) =>
        message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and > 0 ? message[..end] : message;
}
