namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>What came of one program.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Runs">How many scans it compared.</param>
/// <param name="Kills">How often it killed the scanning process.</param>
/// <param name="Faults">How often the tenant, or the program itself, let something go wrong.</param>
/// <param name="Recoveries">How often a scan went on afterwards.</param>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Differences">How many of them differed.</param>
/// <param name="First">The first of these.</param>
/// <param name="Skipped">Why it could not run.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ChaosOutcome(
    string Program, int Runs, int Kills, long Faults, int Recoveries, long Rows, int Differences, IReadOnlyList<string> First,
    string? Skipped = null, double Seconds = 0)
{
    public static ChaosOutcome None(string program) => new(program, 0, 0, 0, 0, 0, 0, []);

    public ChaosOutcome With(Comparison comparison) => this with
    {
        Runs = Runs + 1,
        Rows = Rows + comparison.Rows,
        Differences = Differences + comparison.Differences,
        First = [.. First, .. comparison.First],
    };
}
