using System.Globalization;
using System.Text.Json;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>What a test may do to the tenant and ask of it beside Graph, under /_tenant.</summary>
internal sealed class TenantControls(Tenant tenant, RequestLog log, TimeProvider clock)
{
    private const int MostAtOnce = 100_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly NamedChanges _changes = new(tenant, clock);

    public Task AnswerAsync(HttpContext http)
    {
        var path = (http.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);

        return (http.Request.Method, path) switch
        {
            ("GET", [_]) => Write(http, 200, Description()),
            ("GET", [_, "requests"]) => Write(http, 200, Requests()),
            ("DELETE", [_, "requests"]) => Clear(http),
            ("GET", [_, "expected"]) => Write(http, 200, Expectations.Of(tenant)),
            ("GET", [_, "expected", "policy-members"]) => Write(http, 200, MemberExpectations.Of(tenant)),
            ("POST", [_, "changes", var name]) when NamedChanges.Names.Contains(name) => Change(http, name),
            _ => Write(http, 404, new { Error = "Ask GET /_tenant what there is." }),
        };
    }

    private object Description() => new
    {
        tenant.Options.Scenario,
        People = tenant.People.Count,
        tenant.Options.Seed,
        tenant.Options.Faults,
        Changes = NamedChanges.Names.Select(name => new { Name = name, Method = "POST", Href = $"/_tenant/changes/{name}" }),
    };

    private object Requests()
    {
        var all = log.All.ToList();

        return new
        {
            Total = all.Sum(one => one.Count),
            CostUnits = all.Sum(one => one.CostUnits),
            Requests = all.Select(one => one.Snapshot()),
        };
    }

    private Task Change(HttpContext http, string name)
    {
        var text = http.Request.Query["count"].ToString();

        if (!int.TryParse(text.Length == 0 ? "1" : text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > MostAtOnce)
        {
            return Write(http, 400, new { Error = "count has to be a whole number from 1 to 100000, for example ?count=3." });
        }

        return Write(http, 200, new { Change = name, Affected = _changes.Apply(name, count) });
    }

    private Task Clear(HttpContext http)
    {
        log.Clear();
        http.Response.StatusCode = 204;

        return Task.CompletedTask;
    }

    private static Task Write(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;

        return http.Response.WriteAsJsonAsync(body, Json, http.RequestAborted);
    }
}
