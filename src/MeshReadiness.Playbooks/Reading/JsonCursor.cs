using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>
/// One place in a JSON document that knows its own path, so that whatever is wrong there can be said exactly.
/// Path and line are only worked out when something is wrong.
/// </summary>
internal sealed class JsonCursor
{
    private const int LongestQuote = 80;

    private readonly JsonElement _element;
    private readonly JsonCursor? _parent;
    private readonly string _step;
    private readonly ReadOnlyMemory<byte> _file;

    private JsonCursor(JsonElement element, JsonCursor? parent, string step, ReadOnlyMemory<byte> file) =>
        (_element, _parent, _step, _file) = (element, parent, step, file);

    /// <param name="root">The document.</param>
    /// <param name="file">The bytes that it was parsed from, in which lines are counted.</param>
    public static JsonCursor At(JsonElement root, ReadOnlyMemory<byte> file) => new(root, null, "the file", file);

    private string Path => _parent switch
    {
        null => _step,
        { _parent: null } => _step.TrimStart('.'),
        _ => _parent.Path + _step,
    };

    private int Line
    {
        get
        {
            _file.Span.Overlaps(JsonMarshal.GetRawUtf8Value(_element), out var start);
            return 1 + _file.Span[..start].Count((byte)'\n');
        }
    }

    /// <summary>A piece of the file as it may stand in a sentence: on one line and not too long.</summary>
    public static string Quote(string text)
    {
        var line = OneLine(text);
        return line.Length <= LongestQuote ? $"\"{line}\"" : $"\"{line[..LongestQuote]}…\"";
    }

    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    public BrokenFileException Broken(string rule) => new(Line, Path, rule);

    /// <summary>Makes sure that this is an object and holds nothing but these properties, each at most once.</summary>
    public JsonCursor Object(params string[] names)
    {
        foreach (var (name, _) in Properties())
        {
            if (!names.Contains(name))
            {
                throw Broken($"has the property {Quote(name)}, which isn't known there. Known are {string.Join(", ", names)}.");
            }
        }

        return this;
    }

    /// <summary>The properties of an object whose names are data, each name at most once.</summary>
    public IEnumerable<(string Name, JsonCursor Value)> Entries() =>
        Properties().Select(property => (property.Name, new JsonCursor(property.Value, this, "." + OneLine(property.Name), _file)));

    public JsonCursor this[string name] => _element.TryGetProperty(name, out var value)
        ? new(value, this, "." + name, _file)
        : throw Broken($"has no property \"{name}\".");

    /// <summary>The property, or nothing where it is left out or <c>null</c>.</summary>
    public JsonCursor? Optional(string name) =>
        _element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? new(value, this, "." + name, _file) : null;

    public ImmutableArray<T> Items<T>(Func<JsonCursor, T> map) => Items((item, _) => map(item));

    public ImmutableArray<T> Items<T>(Func<JsonCursor, int, T> map)
    {
        Expect(JsonValueKind.Array, "a list");
        return [.. _element.EnumerateArray().Select((item, index) =>
            map(new(item, this, string.Create(CultureInfo.InvariantCulture, $"[{index}]"), _file), index))];
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

    public int Number(int least, int most)
    {
        var number = Number();
        return number >= least && number <= most
            ? number
            : throw Broken(string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most} and is {number}."));
    }

    public Guid Id() => Guid.TryParseExact(Text(), "D", out var id)
        ? id
        : throw Broken($"must be an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 and is {Quote(Text())}.");

    public DateOnly Date() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw Broken($"must be a date like 2025-12-01 and is {Quote(Text())}.");

    public string WebAddress() => Uri.TryCreate(Text(), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
        ? Text()
        : throw Broken($"must be a full https address and is {Quote(Text())}.");

    /// <summary>One of the words of an enumeration, in camelCase unless another way of writing is given.</summary>
    public T Word<T>(JsonNamingPolicy? written = null) where T : struct, Enum
    {
        var text = Text();
        var words = Enum.GetValues<T>().ToDictionary(value => (written ?? JsonNamingPolicy.CamelCase).ConvertName(value.ToString()));

        return words.TryGetValue(text, out var word)
            ? word
            : throw Broken($"must be one of {string.Join(", ", words.Keys)} and is {Quote(text)}.");
    }

    /// <summary>What another reader makes of it.</summary>
    public T Read<T>(Func<JsonElement, Result<T>> read) => read(_element) is var made && made.TryGet(out var value) ? value : throw Broken($"can't be read. {made.Problem.Detail}");

    private IEnumerable<(string Name, JsonElement Value)> Properties()
    {
        Expect(JsonValueKind.Object, "an object");
        HashSet<string> seen = [];

        foreach (var property in _element.EnumerateObject())
        {
            var name = Whole(() => property.Name);
            yield return seen.Add(name) ? (name, property.Value) : throw Broken($"has the property {Quote(name)} twice.");
        }
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
