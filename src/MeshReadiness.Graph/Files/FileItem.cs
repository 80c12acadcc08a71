using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Files;

/// <summary>One object of a file, still as its bytes.</summary>
/// <param name="Path">Where it stands, for example <c>value[3]</c>; empty when it is the whole file.</param>
/// <param name="Json">The object.</param>
internal sealed record FileItem(string Path, ReadOnlyMemory<byte> Json)
{
    /// <summary>Reads the object, and says where it stands when it is wrong.</summary>
    public T Read<T>(Func<ReadOnlyMemory<byte>, JsonElement, T> read)
    {
        using var whole = JsonDocument.Parse(Json);

        try
        {
            return read(Json, whole.RootElement);
        }
        catch (MalformedAnswerException error) when (Path.Length > 0)
        {
            throw error.Inside(Path);
        }
    }
}

/// <summary>The objects of a file: one, a list, or a page as Graph gives it.</summary>
/// <param name="Items">The objects.</param>
/// <param name="IsCutOff">Whether the file is a page after which more would come.</param>
/// <param name="IsOne">Whether the file is one object and no list.</param>
internal sealed record FileItems(IReadOnlyList<FileItem> Items, bool IsCutOff, bool IsOne)
{
    /// <summary>Whether the page says that it is one of the tenant's groups.</summary>
    public bool IsOfGroups { get; private init; }

    /// <summary>Finds the objects without reading them.</summary>
    public static FileItems Split(ReadOnlyMemory<byte> file)
    {
        var json = new Utf8JsonReader(file.Span);
        json.Read();

        return json.TokenType switch
        {
            JsonTokenType.StartArray => new(List(ref json, "", file), IsCutOff: false, IsOne: false),
            JsonTokenType.StartObject => Page(ref json, file),
            _ => throw new MalformedAnswerException("the file", "an object, a list or a page with a list \"value\""),
        };
    }

    private static FileItems Page(ref Utf8JsonReader json, ReadOnlyMemory<byte> file)
    {
        List<FileItem>? items = null;
        var (isCutOff, isOfGroups) = (false, false);

        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var (isValue, isError) = (json.ValueTextEquals("value"u8), json.ValueTextEquals("error"u8));
            var isContext = json.ValueTextEquals("@odata.context"u8);
            isCutOff |= json.ValueTextEquals("@odata.nextLink"u8);
            json.Read();
            isOfGroups |= isContext && json.TokenType is JsonTokenType.String && IsContextOfGroups(json.GetString()!);

            if (isError && json.TokenType is JsonTokenType.StartObject)
            {
                throw new MalformedAnswerException("the file", "an answer; this is an error that Microsoft Graph gave instead of one");
            }

            if (isValue && json.TokenType is JsonTokenType.StartArray)
            {
                items = List(ref json, "value", file);
            }
            else
            {
                json.Skip();
            }
        }

        return items is null ? new([new("", file)], IsCutOff: false, IsOne: true) : new(items, isCutOff, IsOne: false) { IsOfGroups = isOfGroups };
    }

    // "…/$metadata#groups" or "…/$metadata#groups(id,displayName)".
    private static bool IsContextOfGroups(string context) => context[(context.LastIndexOf('#') + 1)..] is "groups" or ['g', 'r', 'o', 'u', 'p', 's', '(', ..];

    private static List<FileItem> List(ref Utf8JsonReader json, string name, ReadOnlyMemory<byte> file)
    {
        List<FileItem> items = [];

        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            var path = $"{name}[{items.Count}]";
            var start = (int)json.TokenStartIndex;

            if (json.TokenType is not JsonTokenType.StartObject)
            {
                throw new MalformedAnswerException(path, "an object");
            }

            json.Skip();
            items.Add(new(path, file[start..(int)json.BytesConsumed]));
        }

        return items;
    }
}
