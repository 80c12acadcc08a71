using System.Globalization;
using System.Text.Json;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>What a collection allows: $top up to a limit, or not at all, and the directory's rules for advanced queries.</summary>
internal sealed record CollectionRules(int? MaxTop, int DefaultTop, bool IsDirectory, bool AllowsFilter = true)
{
    public static readonly CollectionRules Directory = new(999, 100, true);
    public static readonly CollectionRules Plain = new(999, 999, false);
    public static readonly CollectionRules SignIns = new(1000, 1000, false);
    public static readonly CollectionRules OnePage = new(null, int.MaxValue - 1, false, false);
}

/// <summary>Objects in their order, each with the position to go on from.</summary>
internal delegate IEnumerable<(long Cursor, T Item)> Source<T>(long from);

/// <summary>Answers a collection as Graph does: select, filter, search, count, one page and the link to the next.</summary>
internal static class Collections
{
    public static Source<T> Of<T>(IReadOnlyList<T> items) =>
        from => Enumerable.Range((int)from, Math.Max(0, items.Count - (int)from)).Select(index => ((long)index, items[index]));

    public static async Task WriteAsync<T>(
        GraphCall call, Shape<T> shape, Source<T> source, CollectionRules rules, Func<long>? total = null)
    {
        var query = call.Query;
        var top = TopOf(query, rules);
        var selected = query.SelectedNames;
        var pen = shape.CheckedPen(selected);
        var matches = Narrow(call, shape, rules);
        var position = Paging.PositionOf(call);
        var page = Paging.Page(source, matches, position, top, call);
        long? count = query.Count && (call.IsEventual || !rules.IsDirectory) && query.SkipToken is null
            ? matches is null && total is not null ? total() : source(0).LongCount(entry => matches?.Invoke(entry.Item) ?? true)
            : null;

        call.StartJson();
        await using var writer = new Utf8JsonWriter(call.Http.Response.BodyWriter, JsonText.Options);
        writer.WriteStartObject();
        writer.WriteString("@odata.context", call.Metadata(selected is null ? shape.Set : $"{shape.Set}({string.Join(',', selected)})"));

        if (count is { } number)
        {
            writer.WriteNumber("@odata.count", number);
        }

        if (page.Next is { } next)
        {
            writer.WriteString("@odata.nextLink", Paging.LinkTo(call, next));
        }

        await WriteItemsAsync(call, writer, page.Items, pen);
        writer.WriteEndObject();
    }

    public static async Task WriteItemsAsync<T>(GraphCall call, Utf8JsonWriter writer, IEnumerable<T> items, Action<Utf8JsonWriter, T> pen)
    {
        writer.WriteStartArray("value");

        foreach (var item in items)
        {
            writer.WriteStartObject();
            pen(writer, item);
            writer.WriteEndObject();

            if (writer.BytesPending > 32_768)
            {
                await writer.FlushAsync(call.Http.RequestAborted);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The segment /$count: a bare number, and only with ConsistencyLevel: eventual.</summary>
    public static async Task WriteCountAsync<T>(GraphCall call, Shape<T> shape, Source<T> source, Func<long> total)
    {
        if (!call.IsEventual)
        {
            throw GraphException.BadRequest("$count is not currently supported.");
        }

        var matches = Narrow(call, shape, CollectionRules.Directory, isCountSegment: true);
        var count = matches is null ? total() : source(0).LongCount(entry => matches(entry.Item));
        call.Http.Response.ContentType = "text/plain";
        await call.Http.Response.WriteAsync(count.ToString(CultureInfo.InvariantCulture), call.Http.RequestAborted);
    }

    public static async Task WriteOneAsync<T>(GraphCall call, Shape<T> shape, T item)
    {
        var selected = call.Query.SelectedNames;
        var pen = shape.CheckedPen(selected);
        var set = selected is null ? shape.Set : $"{shape.Set}({string.Join(',', selected)})";
        await call.WriteAsync(writer =>
        {
            writer.WriteString("@odata.context", call.Metadata($"{set}/$entity"));
            pen(writer, item);
        });
    }

    public static int TopOf(QueryOptions query, CollectionRules rules)
    {
        if (query.Top is not { } top)
        {
            return rules.DefaultTop;
        }

        if (rules.MaxTop is not { } most)
        {
            throw GraphException.BadRequest("The query specified in the URI is not valid. Query option 'Top' is not allowed.");
        }

        return top >= 1 && top <= most
            ? top
            : throw GraphException.BadRequest($"Invalid page size specified: '{top}'. Must be between 1 and {most} inclusive.");
    }

    private static Func<T, bool>? Narrow<T>(GraphCall call, Shape<T> shape, CollectionRules rules, bool isCountSegment = false)
    {
        var query = call.Query;
        Demand(query.OrderBy is null, "Sorting is not supported for current query.");

        if (!rules.AllowsFilter && (query.Filter ?? query.Search) is not null)
        {
            throw GraphException.BadRequest("Only $select is supported on this resource.");
        }

        var filter = query.Filter is null ? null : new FilterParser(query.Filter, shape.Knows).Parse();
        var isCounted = query.Count || isCountSegment || query.SkipToken is not null;
        Demand(
            query.Search is null || (rules.IsDirectory && call.IsEventual),
            "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
        Demand(
            filter is not { IsAdvanced: true } || !rules.IsDirectory || (call.IsEventual && isCounted),
            "Unsupported or invalid query filter clause specified: it needs ConsistencyLevel: eventual and $count=true.");
        var search = query.Search is null ? null : Search.Parse(query.Search, shape.Knows);

        return filter is null && search is null
            ? null
            : item =>
            {
                object? Field(string name) => shape.ValueOf(item, name);

                return (filter?.Matches(Field) ?? true) && (search?.Invoke(Field) ?? true);
            };
    }

    private static void Demand(bool holds, string sentence)
    {
        if (!holds)
        {
            throw GraphException.Unsupported(sentence);
        }
    }
}
