using System.Collections.Concurrent;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>What was asked of this tenant, counted by path, so that a test can see how a client behaves.</summary>
internal sealed class RequestLog
{
    private const int MostPaths = 5_000;
    private readonly ConcurrentDictionary<(string Method, string Path), RequestCount> _counts = new();

    public IEnumerable<RequestCount> All => _counts.Values
        .OrderBy(count => count.Path, StringComparer.Ordinal)
        .ThenBy(count => count.Method, StringComparer.Ordinal);

    public void Add(HttpContext http, Fault fault)
    {
        var key = (http.Request.Method, http.Request.Path.Value ?? "");

        if (_counts.Count >= MostPaths && !_counts.ContainsKey(key))
        {
            key = (http.Request.Method, "(other)");
        }

        _counts.GetOrAdd(key, name => new(name.Method, name.Path))
            .Add(http.Response.StatusCode, http.Items[FrontDoor.CostItem] as int? ?? 0, fault, http.Request.QueryString.Value);
    }

    public void Clear() => _counts.Clear();
}

/// <summary>The requests to one path.</summary>
internal sealed class RequestCount(string method, string path)
{
    private readonly Lock _gate = new();

    public string Method => method;

    public string Path => path;

    public int Count { get; private set; }

    public long CostUnits { get; private set; }

    public string? LastQuery { get; private set; }

    public SortedDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    public void Add(int status, int cost, Fault fault, string? query)
    {
        lock (_gate)
        {
            Count++;
            CostUnits += cost;
            LastQuery = query;
            var text = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Statuses[text] = Statuses.GetValueOrDefault(text) + 1;

            if (fault != Fault.None)
            {
                Faults[fault.ToString()] = Faults.GetValueOrDefault(fault.ToString()) + 1;
            }
        }
    }

    public object Snapshot()
    {
        lock (_gate)
        {
            return new
            {
                Method,
                Path,
                Count,
                CostUnits,
                LastQuery,
                Statuses = new Dictionary<string, int>(Statuses),
                Faults = new Dictionary<string, int>(Faults),
            };
        }
    }
}
