namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>What one child process measured. Peak working set is the process's own, its warm-up included.</summary>
/// <param name="People">How many people it came by.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="HeldUpSeconds">How much of that nothing was left to do but to wait until Conditional Access may be asked again.</param>
/// <param name="PeakWorkingSet">The most memory, in bytes.</param>
/// <param name="Allocated">Bytes allocated while it was measured.</param>
/// <param name="RowsWritten">By how many rows the database became longer.</param>
/// <param name="Calls">Requests sent.</param>
/// <param name="WaitedSeconds">All waits of requests, also those beside which other work went on.</param>
internal sealed record Measured(
    int People, double Seconds, double HeldUpSeconds = 0, long PeakWorkingSet = 0, long Allocated = 0, long RowsWritten = 0, long Calls = 0,
    double WaitedSeconds = 0);
