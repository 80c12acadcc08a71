using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>The product's own incremental scan into the file that a full one has filled.</summary>
internal static class IncrementalWay
{
    public static Task<Measured> MeasureAsync(Uri graph, string folder, CancellationToken cancellationToken) =>
        OursWay.ScanAsync(graph, folder, ScanKind.Incremental, cancellationToken);
}
