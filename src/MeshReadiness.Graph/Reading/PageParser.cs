using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads the item at which the reader stands.</summary>
internal delegate T ReadItem<T>(ref Utf8JsonReader json);

/// <summary>Turns the bytes of a page into items, in one pass and without a document in between.</summary>
internal static class PageParser
{
    // A full page of Graph.
    private const int UsualItems = 999;

    public static Page<T> Parse<T>(ReadOnlySpan<byte> body, ReadItem<T> read)
    {
        var json = new Utf8JsonReader(body);
        ImmutableArray<T>? items = null;
        string? next = null, mark = null;

        json.Read();
        json.ExpectObject("the body");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("value"u8))
            {
                items = ReadItems(ref json, read);
            }
            else if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                next = json.ReadText("@odata.nextLink");
            }
            else if (json.ValueTextEquals("@odata.deltaLink"u8))
            {
                mark = json.ReadText("@odata.deltaLink");
            }
            else
            {
                json.SkipValue();
            }
        }

        return new(items ?? throw new MalformedAnswerException("value", "a list"), next, mark);
    }

    /// <summary>
    /// The link to the next page, found without reading the page: Graph writes it first. Where it doesn't, the page is
    /// skimmed. Says nothing about a page that can't be read; that is told by <see cref="Parse"/>.
    /// </summary>
    public static string? PeekNext(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);

        try
        {
            json.Read();

            while (json.NextProperty())
            {
                var isNext = json.ValueTextEquals("@odata.nextLink"u8);

                if (json.ValueTextEquals("@odata.deltaLink"u8))
                {
                    return null;
                }

                json.Read();

                if (isNext)
                {
                    return json.TokenType is JsonTokenType.String ? json.GetString() : null;
                }

                json.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
        }

        return null;
    }

    private static ImmutableArray<T> ReadItems<T>(ref Utf8JsonReader json, ReadItem<T> read)
    {
        if (!json.EnterList("value"))
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(UsualItems);

        try
        {
            while (json.NextItem())
            {
                items.Add(read(ref json));
            }
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside($"value[{items.Count}]");
        }

        return items.DrainToImmutable();
    }
}
