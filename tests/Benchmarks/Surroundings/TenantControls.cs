using System.Net.Http.Json;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>What may be done to a sample tenant, and asked of it, beside its Graph.</summary>
/// <param name="graph">The address of its Graph.</param>
internal sealed class TenantControls(Uri graph) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new(graph, "/") };

    /// <summary>Lets something happen in the company so many times; tells whom it happened to.</summary>
    public async Task<IReadOnlyList<string>> ChangeAsync(string change, int count, CancellationToken cancellationToken)
    {
        using var answer = await _http.PostAsync(new Uri($"_tenant/changes/{change}?count={count}", UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadFromJsonAsync<Answer>(cancellationToken))!.Affected.Select(one => one.Id)];
    }

    /// <summary>How many answers it has let go wrong.</summary>
    public async Task<long> FaultsAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<Log>("_tenant/requests", cancellationToken))!.Requests.Sum(one => one.Faults.Values.Sum());

    public void Dispose() => _http.Dispose();

    private sealed record Answer(IReadOnlyList<Touched> Affected);

    private sealed record Touched(string Id);

    private sealed record Log(IReadOnlyList<Asked> Requests);

    private sealed record Asked(IReadOnlyDictionary<string, long> Faults);
}
