using System.Globalization;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>The sample tenant in a process of its own, so that its work isn't measured with ours.</summary>
internal sealed class SampleTenant : IAsyncDisposable
{
    private readonly Child _child;

    private SampleTenant(Child child, Uri graph)
    {
        _child = child;
        Graph = graph;
        Controls = new(graph);
    }

    /// <summary>Where its Graph answers.</summary>
    public Uri Graph { get; }

    public TenantControls Controls { get; }

    /// <param name="people">How many people it has.</param>
    /// <param name="more">More of its own arguments.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<SampleTenant> StartAsync(int people, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        var child = Child.Of(
            "MeshReadiness.SampleTenant",
            ["--exit-with-stdin", "--urls", "http://127.0.0.1:0", "--people", people.ToString(CultureInfo.InvariantCulture), .. more]);
        return new(child, new(new Uri(await child.HearAsync("Sample tenant listening on ", cancellationToken)), "v1.0"));
    }

    public async ValueTask DisposeAsync()
    {
        Controls.Dispose();
        await _child.DisposeAsync();
    }
}
