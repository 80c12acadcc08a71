using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>The product's own full scan into a fresh SQLite file, until its snapshot is the current one.</summary>
internal static class OursWay
{
    public static Task<Measured> MeasureAsync(Uri graph, string folder, CancellationToken cancellationToken) =>
        ScanAsync(graph, folder, ScanKind.Full, cancellationToken);

    /// <summary>Scans for the clock. The database is made before.</summary>
    public static async Task<Measured> ScanAsync(Uri graph, string folder, ScanKind kind, CancellationToken cancellationToken)
    {
        var heldUp = new HeldUp();
        await using var product = await Product.OpenAsync(graph, folder, heldUp);
        var before = StoredRows.Count(folder);
        SnapshotHead? head = null;
        heldUp.Watch(product);
        var measured = await Stopwatched.RunAsync(async () =>
        {
            head = await product.ScanAsync(kind, cancellationToken);
            return new(head.People, 0);
        });

        if (head!.Kind != kind || head.KindBecause is not null)
        {
            throw new InvalidOperationException($"The scan was {head.Kind}. {head.KindBecause}");
        }

        return measured with
        {
            HeldUpSeconds = heldUp.Time.TotalSeconds,
            RowsWritten = StoredRows.Count(folder) - before,
            Calls = head.Cost.Calls,
            WaitedSeconds = head.Cost.Waited.TotalSeconds,
        };
    }
}
