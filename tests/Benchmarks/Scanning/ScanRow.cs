namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>One size of tenant. Medians by time; what a way wasn't measured for is missing.</summary>
internal sealed record ScanRow(
    int People, Measured Limit, Measured Ours, Measured? Usual, Measured Incremental, Measured Evaluation, Measured OneByOne)
{
    /// <summary>Ours without the time in which there was nothing to do.</summary>
    public double BusySeconds => Ours.Seconds - Ours.HeldUpSeconds;

    public IEnumerable<(string Way, Measured? Measured)> Ways =>
        [(Way.Limit, Limit), (Way.Ours, Ours), (Way.Usual, Usual), (Way.Incremental, Incremental), (Way.Evaluation, Evaluation), (Way.OneByOne, OneByOne)];
}
