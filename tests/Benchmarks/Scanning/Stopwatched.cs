using System.Diagnostics;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Takes the time, and what was allocated, of one piece of work in a process that has calmed down before.</summary>
internal static class Stopwatched
{
    public static async Task<Measured> RunAsync(Func<Task<Measured>> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.GetTimestamp();
        var done = await work();

        return done with
        {
            Seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds,
            Allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated,
        };
    }
}
