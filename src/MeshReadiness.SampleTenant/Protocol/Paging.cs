using System.Text;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Cuts pages, and makes the links that lead from one to the next.</summary>
internal static class Paging
{
    public static (List<T> Items, PagePosition? Next) Page<T>(
        Source<T> source, Func<T, bool>? matches, PagePosition position, int top, GraphCall call)
    {
        var repeats = position.IsRepeat ? 0 : call.Tenant.Faults.RepeatsAt(call.Path, position, top);
        var items = repeats == 0
            ? []
            : Matching(source, matches, position.PreviousStart)
                .TakeWhile(entry => entry.Cursor < position.Start)
                .Take(repeats)
                .Select(entry => entry.Item)
                .ToList();

        if (items.Count >= top)
        {
            return (items, position with { IsRepeat = true });
        }

        var wanted = top - items.Count;

        foreach (var (cursor, item) in Matching(source, matches, position.Start))
        {
            if (wanted-- == 0)
            {
                return (items, new(cursor, position.Start, false));
            }

            items.Add(item);
        }

        return (items, null);
    }

    private static IEnumerable<(long Cursor, T Item)> Matching<T>(Source<T> source, Func<T, bool>? matches, long from) =>
        matches is null ? source(from) : source(from).Where(entry => matches(entry.Item));

    public static PagePosition PositionOf(GraphCall call)
    {
        if (call.Query.SkipToken is not { } token)
        {
            return new(0, 0, false);
        }

        return call.Tenant.PageLinks.Open(call.Path, token, out var payload) switch
        {
            LinkState.Good => PagePosition.Parse(payload),
            LinkState.Expired => throw new GraphException(
                400, "Directory_ExpiredPageToken", "The specified page token value has expired and can no longer be included in your request."),
            _ => throw GraphException.BadRequest("Skip token is null or invalid."),
        };
    }

    public static string LinkTo(GraphCall call, PagePosition next)
    {
        var link = new StringBuilder($"{call.Root}/{string.Join('/', call.Path.Split('/').Select(Uri.EscapeDataString))}?");

        foreach (var (name, value) in call.Http.Request.Query)
        {
            if (!name.Equals("$skiptoken", StringComparison.OrdinalIgnoreCase))
            {
                link.Append(name).Append('=').Append(Uri.EscapeDataString(value.ToString())).Append('&');
            }
        }

        return link.Append("$skiptoken=").Append(call.Tenant.PageLinks.Issue(call.Path, next.ToString())).ToString();
    }
}
