using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads values out of small objects. What is left out or <c>null</c> is not set; what is of another kind is said to be wrong.</summary>
internal static class JsonElementReading
{
    public static string? OptionalText(this JsonElement item, string property) => item.At(property, JsonValueKind.String, "text")?.GetString();

    /// <summary>A text that has to be there, because it says what the object is.</summary>
    public static string NeededText(this JsonElement item, string property) =>
        item.OptionalText(property) ?? throw new MalformedAnswerException(property, "text");

    public static bool? OptionalFlag(this JsonElement item, string property) => item.Property(property) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        null => null,
        _ => throw new MalformedAnswerException(property, "true or false"),
    };

    public static DateTimeOffset? OptionalTime(this JsonElement item, string property) => item.Property(property) is not { } value ? null
        : value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var time) ? time.ToUniversalTime()
        : throw new MalformedAnswerException(property, "a time");

    public static JsonElement? OptionalObject(this JsonElement item, string property) => item.At(property, JsonValueKind.Object, "an object");

    public static IEnumerable<JsonElement> List(this JsonElement item, string property) =>
        item.At(property, JsonValueKind.Array, "a list") is { } list ? list.EnumerateArray() : [];

    /// <summary>Reads an item of a page, and says which one it was when it is wrong.</summary>
    public static T Inside<T>(this JsonElement item, int index, Func<JsonElement, T> read)
    {
        try
        {
            return item.ValueKind is JsonValueKind.Object ? read(item) : throw new MalformedAnswerException("the item", "an object");
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside($"value[{index}]");
        }
    }

    private static JsonElement? At(this JsonElement item, string property, JsonValueKind kind, string expected) =>
        item.Property(property) is not { } value ? null : value.ValueKind == kind ? value : throw new MalformedAnswerException(property, expected);

    private static JsonElement? Property(this JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
