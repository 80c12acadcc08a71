using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Turns the bytes of a page into items, in one pass and without a document in between.</summary>
internal static class PageParser
{
    // A full page of Graph.
    private const int UsualItems = 999;

    public static Page<T> Parse<T>(ReadOnlySpan<byte> body, ReadItem<T> read)
    {
        var json = new Utf8JsonReader(body);
        var items = ImmutableArray.CreateBuilder<T>(UsualItems);
        var hasItems = false;
        string? next = null, mark = null;

        json.Read();
        json.ExpectObject("the body");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("value"u8))
            {
                json.ReadList("value", items, read);
                hasItems = true;
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

        return hasItems ? new(items.DrainToImmutable(), next, mark) : throw new MalformedAnswerException("value", "a list");
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
}
