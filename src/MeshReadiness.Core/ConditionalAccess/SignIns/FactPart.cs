using System.Collections.Immutable;
using System.Text.Json;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>An object that facts are read from. What is absent is unknown; what is null is empty, and so is everything inside it.</summary>
internal sealed class FactPart
{
    private readonly JsonElement _item;
    private readonly string _path;

    /// <summary>The object itself, or something inside it.</summary>
    /// <param name="item">The JSON; undefined when it is absent.</param>
    /// <param name="path">Where it stands; empty for the whole document.</param>
    /// <exception cref="FactMistakeException">It is neither an object nor null.</exception>
    public FactPart(JsonElement item, string path)
    {
        if (item.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            throw new FactMistakeException(path.Length == 0 ? "The document" : path, item, "an object");
        }

        (_item, _path) = (item, path);
    }

    /// <summary>An object inside.</summary>
    public FactPart Part(string name) => new(Find(name), PathOf(name));

    /// <summary>A text.</summary>
    public Known<string> Text(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => default(Known<string>),
        { ValueKind: JsonValueKind.Null } => new Known<string>(true, null),
        { ValueKind: JsonValueKind.String } value => Read(value, name),
        var value => throw new FactMistakeException(PathOf(name), value, "a text or null"),
    };

    /// <summary>A flag; null is no.</summary>
    public Truth Flag(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => Truth.Unknown,
        { ValueKind: JsonValueKind.Null or JsonValueKind.False } => Truth.No,
        { ValueKind: JsonValueKind.True } => Truth.Yes,
        var value => throw new FactMistakeException(PathOf(name), value, "true, false or null"),
    };

    /// <summary>Whether a fact was told as null.</summary>
    public bool IsNull(string name) => Find(name).ValueKind is JsonValueKind.Null;

    /// <summary>A list of texts.</summary>
    public Known<ImmutableHashSet<string>> Set(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => default(Known<ImmutableHashSet<string>>),
        { ValueKind: JsonValueKind.Null } => SignIn.SetOf([]),
        { ValueKind: JsonValueKind.Array } value => SignIn.SetOf(value.EnumerateArray().Select(entry => Read(entry, name))),
        var value => throw new FactMistakeException(PathOf(name), value, "a list of texts or null"),
    };

    /// <summary>The properties of a device: a text, several, or none where one is null; unknown where it is absent.</summary>
    /// <param name="all">The names of all properties, for a part that is null.</param>
    public IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Properties(IEnumerable<string> all) => _item.ValueKind switch
    {
        JsonValueKind.Undefined => [],
        JsonValueKind.Null => all.Select(name => KeyValuePair.Create(name, ImmutableArray<string>.Empty)),
        _ => _item.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, property.Value.ValueKind switch
        {
            JsonValueKind.Null => ImmutableArray<string>.Empty,
            JsonValueKind.True => [bool.TrueString],
            JsonValueKind.False => [bool.FalseString],
            JsonValueKind.String => [Read(property.Value, property.Name)],
            JsonValueKind.Array => [.. property.Value.EnumerateArray().Select(entry => Read(entry, property.Name))],
            _ => throw new FactMistakeException(PathOf(property.Name), property.Value, "a text, a list of texts or null"),
        })),
    };

    // Inside of what is null, everything is.
    private JsonElement Find(string name) => _item.ValueKind switch
    {
        JsonValueKind.Null => _item,
        JsonValueKind.Object when _item.TryGetProperty(name, out var value) => value,
        _ => default,
    };

    private string Read(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString()! : throw new FactMistakeException(PathOf(name), value, "a text");
        }
        catch (InvalidOperationException)
        {
            throw new FactMistakeException(PathOf(name), value, "a text without half a character");
        }
    }

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}

/// <summary>Ends the reading of facts that can't be what they are.</summary>
internal sealed class FactMistakeException(string path, JsonElement found, string expected) : Exception($"{path} is {Kind(found)}; {expected} was expected.")
{
    private static string Kind(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a flag",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };
}
