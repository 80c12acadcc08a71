namespace MeshReadiness.SampleTenant.Protocol;

internal delegate Task GraphHandler(GraphCall call);

internal sealed record RouteMatch(GraphHandler Handler, string Path, IReadOnlyDictionary<string, string> Ids);

/// <summary>
/// Finds the endpoint for a path. OData writes keys and functions in parentheses, which the web framework's own routing
/// does not read; users('x') is users/x here, and users/delta() is users/delta.
/// </summary>
internal sealed class Router
{
    private readonly List<(string Method, string Version, string[] Pattern, GraphHandler Handler)> _routes = [];

    public void Get(string pattern, GraphHandler handler) => Add("GET", "", pattern, handler);

    public void Post(string pattern, GraphHandler handler) => Add("POST", "", pattern, handler);

    public void GetBeta(string pattern, GraphHandler handler) => Add("GET", "beta", pattern, handler);

    public RouteMatch? Find(string method, string version, string path)
    {
        var segments = Normalise(path);

        // What is spelled out wins over an id: users/delta is not a person called delta.
        return _routes
            .Where(route => route.Method == method && IsServed(route.Version, version))
            .Select(route => (route.Handler, Ids: Match(route.Pattern, segments)))
            .Where(found => found.Ids is not null)
            .OrderBy(found => found.Ids!.Count)
            .Select(found => new RouteMatch(found.Handler, string.Join('/', segments), found.Ids!))
            .FirstOrDefault();
    }

    public static string[] Normalise(string path) =>
        [.. path.Trim('/').Split('/').SelectMany(Segments).Where(segment => segment.Length > 0).Select(InFull)];

    // Client libraries write the short form of a cast.
    private static string InFull(string segment) =>
        segment.StartsWith("graph.", StringComparison.OrdinalIgnoreCase) ? "microsoft." + segment : segment;

    private void Add(string method, string version, string pattern, GraphHandler handler) =>
        _routes.Add((method, version, pattern.Split('/'), handler));

    private static bool IsServed(string routeVersion, string asked) => asked == "v1.0" ? routeVersion.Length == 0 : true;

    private static IEnumerable<string> Segments(string segment)
    {
        var open = segment.IndexOf('(', StringComparison.Ordinal);

        if (open < 0 || !segment.EndsWith(')'))
        {
            yield return segment;
            yield break;
        }

        yield return segment[..open];
        var key = segment[(open + 1)..^1];

        if (key.Length > 0)
        {
            yield return key.Trim('\'');
        }
    }

    private static Dictionary<string, string>? Match(string[] pattern, string[] segments)
    {
        if (pattern.Length != segments.Length)
        {
            return null;
        }

        var ids = new Dictionary<string, string>(StringComparer.Ordinal);

        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index].StartsWith('{'))
            {
                ids[pattern[index][1..^1]] = segments[index];
            }
            else if (!pattern[index].Equals(segments[index], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return ids;
    }
}
