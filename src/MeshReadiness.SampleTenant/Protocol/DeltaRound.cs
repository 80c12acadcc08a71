using System.Globalization;
using System.Text.Json;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Something of which changes can be asked for: all of it at first, then what the change log says.</summary>
internal sealed record DeltaFeed<T>(Shape<T> Shape, Source<T> All, Func<IReadOnlyList<Change>, ChangedItems<T>> ChangedBy);

/// <summary>What changed: how many, and one after the other. Only those of the page that is asked for are made.</summary>
internal sealed record ChangedItems<T>(int Count, Func<int, Changed<T>> At);

/// <summary>A changed object; without an item it is gone.</summary>
internal sealed record Changed<T>(Guid Id, T? Item);

/// <summary>Answers delta queries: pages with next links, a delta link at the end, and 410 when a link is too old.</summary>
internal static class DeltaRound
{
    private const int MostIds = 50;

    public static async Task AnswerAsync<T>(GraphCall call, Func<DeltaState, DeltaFeed<T>> feedFor)
    {
        var state = StateOf(call);
        var feed = feedFor(state);
        var selected = state.Select?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var pen = feed.Shape.CheckedPen(selected is null ? null : [.. selected.Append("id").Distinct(StringComparer.OrdinalIgnoreCase)]);

        if (state.IsFirstRound)
        {
            var page = Paging.Page(feed.All, Narrow(state, feed.Shape), state.Position, state.Top, call);
            await WriteAsync(call, feed.Shape.Set, Links(call, state, page.Next), page.Items, pen);
        }
        else
        {
            var changed = feed.ChangedBy(call.Tenant.Changes.Since(state.Since, state.Until));
            var start = (int)state.Position.Start;
            var next = start + state.Top < changed.Count ? new PagePosition(start + state.Top, start, false) : null;
            var told = Enumerable.Range(start, Math.Max(0, Math.Min(state.Top, changed.Count - start))).Select(changed.At);
            await WriteAsync(call, feed.Shape.Set, Links(call, state, next), told, (writer, one) => WriteChanged(writer, one, pen));
        }
    }

    private static async Task WriteAsync<T>(
        GraphCall call, string set, (string Name, string Link) link, IEnumerable<T> items, Action<Utf8JsonWriter, T> pen)
    {
        call.StartJson();
        await using var writer = new Utf8JsonWriter(call.Http.Response.BodyWriter, JsonText.Options);
        writer.WriteStartObject();
        writer.WriteString("@odata.context", call.Metadata(set + "/$delta"));
        writer.WriteString(link.Name, link.Link);
        await Collections.WriteItemsAsync(call, writer, items, pen);
        writer.WriteEndObject();
    }

    private static void WriteChanged<T>(Utf8JsonWriter writer, Changed<T> one, Action<Utf8JsonWriter, T> pen)
    {
        if (one.Item is { } item)
        {
            pen(writer, item);

            return;
        }

        writer.WriteString("id", one.Id);
        writer.WriteStartObject("@removed");
        writer.WriteString("reason", "changed");
        writer.WriteEndObject();
    }

    private static (string Name, string Link) Links(GraphCall call, DeltaState state, PagePosition? next) => next is not null
        ? ("@odata.nextLink", Link(call, "$skiptoken", state with { Position = next }))
        : ("@odata.deltaLink", Link(call, "$deltatoken", state with { IsFirstRound = false, Since = state.Until, Position = new(0, 0, false) }));

    private static string Link(GraphCall call, string name, DeltaState state) =>
        $"{call.Root}/{call.Path}?{name}={call.Tenant.DeltaLinks.Issue(call.Path + name, state.ToString())}";

    private static DeltaState StateOf(GraphCall call)
    {
        var now = call.Tenant.Changes.Position;

        if (call.Query.SkipToken is { } skip)
        {
            return Open(call, "$skiptoken", skip, now);
        }

        if (call.Query.DeltaToken is { } delta && delta != "latest")
        {
            return Open(call, "$deltatoken", delta, now) with { Until = now };
        }

        return new()
        {
            IsFirstRound = call.Query.DeltaToken is null,
            Since = now,
            Until = now,
            Top = TopOf(call),
            Select = call.Query.Select,
            Expand = call.Query.Expand,
            Filter = call.Query.Filter,
        };
    }

    private static DeltaState Open(GraphCall call, string name, string token, int now)
    {
        if (call.Tenant.DeltaLinks.Open(call.Path + name, token, out var payload) == LinkState.Good
            && DeltaState.Parse(payload) is { } state && state.Until <= now)
        {
            return state;
        }

        throw new GraphException(410, "resyncRequired", "The token is too old or unknown. Start over with the address in the Location header.")
        {
            Location = $"{call.Root}/{call.Path}",
        };
    }

    private static int TopOf(GraphCall call)
    {
        var wish = call.Http.Request.Headers["Prefer"].ToString()
            .Split([',', ';'], StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("odata.maxpagesize=", StringComparison.OrdinalIgnoreCase));

        return wish is not null && int.TryParse(wish.Split('=')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? Math.Clamp(size, 1, 999)
            : Collections.TopOf(call.Query, CollectionRules.Directory);
    }

    private static Func<T, bool>? Narrow<T>(DeltaState state, Shape<T> shape)
    {
        if (state.Filter is null)
        {
            return null;
        }

        var isByIds = state.Filter.Split(" or ").Select(part => part.Trim()).ToList() is { Count: <= MostIds } parts
            && parts.TrueForAll(part => part.StartsWith("id eq ", StringComparison.OrdinalIgnoreCase));
        var filter = isByIds
            ? new FilterParser(state.Filter, shape.Knows).Parse()
            : throw GraphException.Unsupported("Delta queries filter by 'id eq' only, and by at most 50 ids.");

        return item => filter.Matches(name => shape.ValueOf(item, name));
    }
}
