using System.Text;
using System.Text.Json;

namespace MeshReadiness.Imports.Reading;

/// <summary>One value in a JSON document, with the place where it begins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of an object or a list none.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">What a list holds.</param>
/// <param name="Properties">What an object holds, in order.</param>
internal sealed record JsonTree(
    JsonTokenType Kind, string Text, Place Place, IReadOnlyList<JsonTree> Items, IReadOnlyList<KeyValuePair<string, JsonTree>> Properties)
{
    private const int Deepest = 8;
    private const int MostValues = 500_000;

    public bool IsObject => Kind is JsonTokenType.StartObject;

    public bool IsList => Kind is JsonTokenType.StartArray;

    public JsonTree? this[string name] => Properties.FirstOrDefault(property => property.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static JsonTree Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var position = new Position(bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest + 1 });
        var left = MostValues;

        try
        {
            reader.Read();
            var tree = Value(ref reader, position, null, 1, ref left);
            reader.Read();
            return tree;
        }
        catch (JsonException error)
        {
            throw new BrokenExportException(
                new(error.LineNumber.GetValueOrDefault() + 1, error.BytePositionInLine.GetValueOrDefault() + 1),
                "this isn't valid JSON: something is missing or too much there. Export again, and don't change the file by hand.");
        }
        catch (InvalidOperationException)
        {
            throw new BrokenExportException(position.Here, "half a character was found; a whole one was expected. Export again.");
        }
    }

    public BrokenExportException Broken(string sentence) => new(Place, sentence);

    private static JsonTree Value(ref Utf8JsonReader reader, Position position, string? name, int depth, ref int left)
    {
        var place = position.At(reader.TokenStartIndex, name);

        return depth > Deepest ? throw new BrokenExportException(place, $"values nested more than {Deepest} deep were found; up to {Deepest} were expected. Export with -Depth 5.")
            : left-- == 0 ? throw new BrokenExportException(place, $"more than {MostValues} values were found; up to {MostValues} can be read. Select those that are needed, as docs/imports.md shows.")
            : reader.TokenType switch
            {
                JsonTokenType.StartObject => Object(ref reader, position, place, depth, ref left),
                JsonTokenType.StartArray => List(ref reader, position, place, depth, ref left),
                JsonTokenType.String => new(JsonTokenType.String, reader.GetString()!, place, [], []),
                JsonTokenType.True => new(JsonTokenType.True, "True", place, [], []),
                JsonTokenType.False => new(JsonTokenType.False, "False", place, [], []),
                JsonTokenType.Null => new(JsonTokenType.Null, "", place, [], []),
                _ => new(JsonTokenType.Number, Encoding.UTF8.GetString(reader.ValueSpan), place, [], []),
            };
    }

    private static JsonTree Object(ref Utf8JsonReader reader, Position position, Place place, int depth, ref int left)
    {
        List<KeyValuePair<string, JsonTree>> properties = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var at = position.At(reader.TokenStartIndex, null);

            if (!names.Add(name))
            {
                throw new BrokenExportException(at, $"the property {Cell.Quote(name)} was found a second time; each was expected once. Export again.");
            }

            reader.Read();
            properties.Add(new(name, Value(ref reader, position, name, depth + 1, ref left)));
        }

        return new(JsonTokenType.StartObject, "", place, [], properties);
    }

    private static JsonTree List(ref Utf8JsonReader reader, Position position, Place place, int depth, ref int left)
    {
        List<JsonTree> items = [];

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Value(ref reader, position, place.Name, depth + 1, ref left));
        }

        return new(JsonTokenType.StartArray, "", place, items, []);
    }

    /// <summary>Counts lines and letters forward, once over the whole file.</summary>
    private sealed class Position(byte[] bytes)
    {
        private int _offset;

        public Place Here { get; private set; } = new(1, 1);

        public Place At(long offset, string? name)
        {
            var passed = bytes.AsSpan(_offset, (int)offset - _offset);
            var lines = passed.Count((byte)'\n');
            var letters = Encoding.UTF8.GetCharCount(passed[(passed.LastIndexOf((byte)'\n') + 1)..]);
            Here = lines == 0 ? new(Here.Line, Here.Column + letters) : new(Here.Line + lines, letters + 1);
            _offset = (int)offset;
            return Here with { Name = name };
        }
    }
}
