using System.Globalization;
using System.Net.Http.Json;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>The sample tenant in a process of its own, so that its work isn't measured with ours.</summary>
internal sealed class SampleTenant : IAsyncDisposable
{
    private readonly Child _child;
    private readonly HttpClient _http;

    private SampleTenant(Child child, Uri address)
    {
        _child = child;
        _http = new() { BaseAddress = address };
        Graph = new(address, "v1.0");
    }

    /// <summary>Where its Graph answers.</summary>
    public Uri Graph { get; }

    /// <param name="people">How many people it has.</param>
    /// <param name="more">More of its own arguments.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<SampleTenant> StartAsync(int people, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var child = Child.Of(
            "MeshReadiness.SampleTenant",
            ["--exit-with-stdin", "--urls", "http://127.0.0.1:0", "--people", people.ToString(CultureInfo.InvariantCulture), .. more]);
        return new(child, new(await child.HearAsync("Sample tenant listening on ", cancellationToken)));
    }

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

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _child.DisposeAsync();
    }

    private sealed record Answer(IReadOnlyList<Touched> Affected);

    private sealed record Touched(string Id);

    private sealed record Log(IReadOnlyList<Asked> Requests);

    private sealed record Asked(IReadOnlyDictionary<string, long> Faults);
}
