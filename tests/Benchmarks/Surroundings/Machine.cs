using System.Globalization;
using System.Runtime.InteropServices;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>What the figures were taken on.</summary>
internal sealed record Machine(int Cores, double MemoryGb, string Os, string Runtime, string Date)
{
    private const double Giga = 1024 * 1024 * 1024;

    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Giga, 1),
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Cores} cores, {MemoryGb:0.#} GB, {Os}, {Runtime}, {Date}");
}
