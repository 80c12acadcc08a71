using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>
/// One place in a JSON document that knows its own path, so that whatever is wrong there can be said exactly.
/// The path is only put together when something is wrong.
/// </summary>
internal sealed class JsonCursor
{
    private const int LongestQuote = 80;

    private readonly JsonElement _element;
    private readonly JsonCursor? _parent;
    private readonly string _step;

    private JsonCursor(JsonElement element, JsonCursor? parent, string step) => (_element, _parent, _step) = (element, parent, step);

    public static JsonCursor At(JsonElement root) => new(root, null, "the file");

    private string Path => _parent switch
    {
        null => _step,
        { _parent: null } => _step.TrimStart('.'),
        _ => _parent.Path + _step,
    };

    /// <summary>A piece of the file as it may stand in a sentence: on one line and not too long.</summary>
    public static string Quote(string text)
    {
        var line = OneLine(text);
        return line.Length <= LongestQuote ? $"\"{line}\"" : $"\"{line[..LongestQuote]}…\"";
    }

    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    public BrokenFileException Broken(string rule) => new(Path, rule);

    /// <summary>Makes sure that this is an object and holds nothing but these properties, each at most once.</summary>
    public JsonCursor Object(params string[] names)
    {
        Expect(JsonValueKind.Object, "an object");
        HashSet<string> seen = [];

        foreach (var property in _element.EnumerateObject())
        {
            var name = Whole(() => property.Name);

            if (!names.Contains(name))
            {
                throw Broken($"has the property {Quote(name)}, which isn't known there. Known are {string.Join(", ", names)}.");
            }

            if (!seen.Add(name))
            {
                throw Broken($"has the property {Quote(name)} twice.");
            }
        }

        return this;
    }

    public JsonCursor this[string name] => _element.TryGetProperty(name, out var value)
        ? new(value, this, "." + name)
        : throw Broken($"has no property \"{name}\".");

    /// <summary>The property, or nothing where it is left out or <c>null</c>.</summary>
    public JsonCursor? Optional(string name) =>
        _element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? new(value, this, "." + name) : null;

    public ImmutableArray<T> Items<T>(Func<JsonCursor, T> map) => Items((item, _) => map(item));

    public ImmutableArray<T> Items<T>(Func<JsonCursor, int, T> map)
    {
        Expect(JsonValueKind.Array, "a list");
        return [.. _element.EnumerateArray().Select((item, index) =>
            map(new(item, this, string.Create(CultureInfo.InvariantCulture, $"[{index}]")), index))];
    }

    /// <summary>A list with at least one item.</summary>
    public ImmutableArray<T> SomeItems<T>(Func<JsonCursor, T> map) => SomeItems((item, _) => map(item));

    /// <summary>A list with at least one item.</summary>
    public ImmutableArray<T> SomeItems<T>(Func<JsonCursor, int, T> map) =>
        Items(map) is { IsEmpty: false } items ? items : throw Broken("is an empty list; at least one item is needed.");

    public string Text()
    {
        Expect(JsonValueKind.String, "a text");
        return Whole(() => _element.GetString()!) is var text && !string.IsNullOrWhiteSpace(text) ? text : throw Broken("is an empty text.");
    }

    public int Number() => _element.ValueKind is JsonValueKind.Number && _element.TryGetInt32(out var number)
        ? number
        : throw Broken("must be a whole number.");

    public Guid Id() => Guid.TryParseExact(Text(), "D", out var id)
        ? id
        : throw Broken($"must be an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 and is {Quote(Text())}.");

    public DateOnly Date() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw Broken($"must be a date like 2025-12-01 and is {Quote(Text())}.");

    public string WebAddress() => Uri.TryCreate(Text(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? Text()
        : throw Broken($"must be a full https address and is {Quote(Text())}.");

    /// <summary>One of the words of an enumeration, in camelCase.</summary>
    public T Word<T>() where T : struct, Enum
    {
        var text = Text();
        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

        return words.TryGetValue(text, out var word)
            ? word
            : throw Broken($"must be one of {string.Join(", ", words.Keys)} and is {Quote(text)}.");
    }

    private string Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // The runtime's way to say that an escape like \uD800 stands for half a character.
            throw Broken("holds half a character.");
        }
    }

    private void Expect(JsonValueKind kind, string what)
    {
        if (_element.ValueKind != kind)
        {
            throw Broken($"must be {what}.");
        }
    }
}
