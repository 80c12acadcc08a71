using System.Globalization;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>The OData options of a request, read and checked once.</summary>
internal sealed class QueryOptions
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "$select", "$top", "$filter", "$search", "$count", "$expand", "$orderby", "$skiptoken", "$deltatoken", "$format", "$skip",
    };

    public QueryOptions(IQueryCollection query)
    {
        foreach (var name in query.Keys)
        {
            if (name.StartsWith('$') && !Known.Contains(name))
            {
                throw GraphException.BadRequest($"The query parameter '{name}' is not supported.");
            }
        }

        Select = Text(query, "$select");
        Filter = Text(query, "$filter");
        Search = Text(query, "$search");
        Expand = Text(query, "$expand");
        OrderBy = Text(query, "$orderby");
        SkipToken = Text(query, "$skiptoken");
        DeltaToken = Text(query, "$deltatoken");
        Count = Text(query, "$count") is { } count && (bool.TryParse(count, out var wanted)
            ? wanted
            : throw GraphException.BadRequest($"Invalid value '{count}' for $count: use true or false."));
        Top = Text(query, "$top") is { } top
            ? int.TryParse(top, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw GraphException.BadRequest($"Invalid value '{top}' for $top: a whole number is expected.")
            : null;
    }

    public string? Select { get; }

    public string? Filter { get; }

    public string? Search { get; }

    public string? Expand { get; }

    public string? OrderBy { get; }

    public string? SkipToken { get; }

    public string? DeltaToken { get; }

    public bool Count { get; }

    public int? Top { get; }

    public string[]? SelectedNames => Select?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Text(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
}
