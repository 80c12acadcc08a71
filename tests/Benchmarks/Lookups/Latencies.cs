namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>How long answers of one kind took, in milliseconds.</summary>
internal sealed record Latencies(string Kind, int Asked, double P50, double P95, double P99)
{
    public static Latencies Of(string kind, IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

        return new(kind, sorted.Length, At(0.5), At(0.95), At(0.99));
    }
}
