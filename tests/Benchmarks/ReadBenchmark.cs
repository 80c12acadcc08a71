using System.Diagnostics;
using System.Globalization;

namespace MeshReadiness.Benchmarks;

/// <summary>Three ways to read everybody with licences and plans: the wire alone, ours, and the client's typed models.</summary>
internal static class ReadBenchmark
{
    private static readonly (string Name, Func<Uri, CancellationToken, Task<int>> Read)[] Ways =
    [
        ("limit: bytes and tokens, nothing kept", ReadWays.LimitAsync),
        ("ours: facts, page by page", ReadWays.OursAsync),
        ("usual: PageIterator into typed models", ReadWays.UsualAsync),
    ];

    public static async Task<int> RunAsync(int people, int rounds, CancellationToken cancellationToken)
    {
        using var tenant = await SampleTenant.StartAsync(people, cancellationToken);
        var baseline = 0.0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{people:N0} people, median of {rounds}"));
        Console.WriteLine($"{"",-42}{"seconds",10}{"people/s",12}{"of limit",10}{"allocated",12}");

        foreach (var (name, read) in Ways)
        {
            var (seconds, allocated) = await MedianAsync(() => read(tenant.BaseUrl, cancellationToken), people, rounds);
            baseline = baseline == 0 ? seconds : baseline;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-42}{seconds,10:0.00}{people / seconds,12:N0}{seconds / baseline,9:0.0}×{allocated / 1_048_576.0,9:N0} MB"));
        }

        return 0;
    }

    private static async Task<(double Seconds, long Allocated)> MedianAsync(Func<Task<int>> read, int people, int rounds)
    {
        var measured = new List<(double Seconds, long Allocated)>();

        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var clock = Stopwatch.GetTimestamp();
            var seen = await read();
            measured.Add((Stopwatch.GetElapsedTime(clock).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - before));

            if (seen != people)
            {
                throw new InvalidOperationException($"Read {seen} people instead of {people}.");
            }
        }

        return measured.OrderBy(one => one.Seconds).ElementAt(rounds / 2);
    }
}
