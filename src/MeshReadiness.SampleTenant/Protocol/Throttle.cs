using System.Globalization;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Graph's resource units: what a request costs, and how much may be spent in a window.</summary>
internal sealed class Throttle(int people, TimeProvider clock)
{
    private static readonly TimeSpan TenSeconds = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ThrottleWindow _identity = new("Identity", people < 50 ? 3500 : people <= 500 ? 5000 : 8000, TenSeconds, true, clock);
    private readonly ThrottleWindow _reports = new("IdentityReports", 5, TenSeconds, true, clock);
    private readonly ThrottleWindow _policies = new("ConditionalAccess", 1, OneSecond, false, clock);
    private readonly ThrottleWindow _teams = new("Teams", 300, TenSeconds, true, clock);

    public static int CostOf(string method, string[] path, IQueryCollection query)
    {
        var cost = Base(method, path);

        if (method == "GET")
        {
            cost += (query.ContainsKey("$select") ? -1 : 0) + (query.ContainsKey("$expand") ? 1 : 0)
                + (int.TryParse(query["$top"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var top) && top < 20 ? -1 : 0);
        }

        return Math.Max(1, cost);
    }

    /// <summary>Charges the request, or throws what Graph answers when the budget is spent.</summary>
    public int Charge(HttpContext http, string[] path)
    {
        var cost = CostOf(http.Request.Method, path, http.Request.Query);
        var window = WindowFor(path);
        var refusal = window.TrySpend(ReferenceEquals(window, _identity) ? cost : 1, out var used);
        var headers = http.Response.Headers;
        headers["x-ms-resource-unit"] = cost.ToString(CultureInfo.InvariantCulture);

        if (used >= 0.8)
        {
            headers["x-ms-throttle-limit-percentage"] = Math.Round(used, 2).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal is not { } wait)
        {
            return cost;
        }

        headers["x-ms-throttle-scope"] = $"Tenant_Application/{window.Name}";
        headers["x-ms-throttle-information"] = "ResourceUnitLimitExceeded";

        if (window.TellsWhen)
        {
            headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        throw new GraphException(429, "TooManyRequests", "Too many requests. Wait for the time given by Retry-After and ask again.");
    }

    private ThrottleWindow WindowFor(string[] path) => path[0].ToLowerInvariant() switch
    {
        "auditlogs" => _reports,
        "identity" => _policies,
        "appcatalogs" or "teamwork" or "admin" => _teams,
        _ => _identity,
    };

    private static int Base(string method, string[] path) => (method, path[0].ToLowerInvariant(), path[^1].ToLowerInvariant()) switch
    {
        ("POST", _, "checkmembergroups") => 4,
        (_, "groups", "transitivemembers") or (_, "groups", "microsoft.graph.user") => 5,
        (_, "groups", "members") => 3,
        (_, "subscribedskus", _) => 3,
        (_, "users", "licensedetails" or "transitivememberof") => 2,
        (_, "users", _) when path.Length == 1 => 2,
        _ => 1,
    };
}
