using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads the value at which the reader stands, and leaves the reader at its end.</summary>
internal delegate T ReadItem<T>(ref Utf8JsonReader json);

/// <summary>
/// Reads values by name and says where and what when one isn't of its kind. Each list adds its own place to the
/// complaint of its items, so the way to a value costs nothing while all is well.
/// </summary>
internal static class JsonReading
{
    /// <summary>Goes to the next property's name; false at the object's end.</summary>
    public static bool NextProperty(this ref Utf8JsonReader json) => json.Read() && json.TokenType is JsonTokenType.PropertyName;

    public static void SkipValue(this ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    public static string? ReadText(this ref Utf8JsonReader json, string name) =>
        json.ReadIsText(name) ? json.CurrentText(name) : null;

    /// <summary>The same for a text that is likely to come again.</summary>
    public static string? ReadText(this ref Utf8JsonReader json, string name, TextPool pool)
    {
        if (!json.ReadIsText(name))
        {
            return null;
        }

        if (json.ValueSpan.Length > TextPool.LongestText)
        {
            return json.CurrentText(name);
        }

        return pool.TryGet(json.ValueSpan, out var known) ? known : pool.Add(json.ValueSpan, json.CurrentText(name));
    }

    /// <summary>The same for a text that often equals one that is there already: most people's mail address is their sign-in name.</summary>
    public static string? ReadText(this ref Utf8JsonReader json, string name, string? likely) =>
        !json.ReadIsText(name) ? null
        : likely is not null && json.ValueTextEquals(likely) ? likely
        : json.CurrentText(name);

    public static bool? ReadFlag(this ref Utf8JsonReader json, string name)
    {
        json.Read();

        return json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ => throw new MalformedAnswerException(name, "true or false"),
        };
    }

    public static Guid ReadId(this ref Utf8JsonReader json, string name)
    {
        json.Read();
        return json.CurrentId(name);
    }

    public static Guid CurrentId(this ref Utf8JsonReader json, string name) =>
        json.TokenType is JsonTokenType.String && json.TryGetGuid(out var id)
            ? id
            : throw new MalformedAnswerException(name, "a GUID");

    /// <summary>Reads a list's items behind those that are there already. No list counts as an empty one.</summary>
    public static void ReadList<T>(this ref Utf8JsonReader json, string name, ICollection<T> items, ReadItem<T> read)
    {
        var before = items.Count;
        json.Read();

        if (json.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
        {
            throw new MalformedAnswerException(name, "a list");
        }

        try
        {
            while (json.TokenType is not JsonTokenType.Null && json.Read() && json.TokenType is not JsonTokenType.EndArray)
            {
                items.Add(read(ref json));
            }
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside($"{name}[{items.Count - before}]");
        }
    }

    /// <summary>The word as this version knows it; null for every other text, also for a number, which the runtime would take for a word's place.</summary>
    public static T? Word<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var known) && known.ToString().Equals(text, StringComparison.OrdinalIgnoreCase) ? known : null;

    /// <summary>Makes sure that the reader stands at an object.</summary>
    public static void ExpectObject(this ref Utf8JsonReader json, string what)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
        {
            throw new MalformedAnswerException(what, "an object");
        }
    }

    private static bool ReadIsText(this ref Utf8JsonReader json, string name)
    {
        json.Read();

        return json.TokenType switch
        {
            JsonTokenType.String => true,
            JsonTokenType.Null => false,
            _ => throw new MalformedAnswerException(name, "text"),
        };
    }

    private static string CurrentText(this ref Utf8JsonReader json, string name)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON by its grammar, but no text.
            throw new MalformedAnswerException(name, "text");
        }
    }
}
