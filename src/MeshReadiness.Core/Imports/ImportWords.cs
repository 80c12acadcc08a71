using MeshReadiness.Core.Checks;

namespace MeshReadiness.Core.Imports;

/// <summary>What rules that read exports have in common.</summary>
internal static class ImportWords
{
    /// <summary>The policy of everybody who has no other.</summary>
    public const string Everybody = "Global";

    private const int MostFindings = 20;

    public static string Policies(int count) => Words.Count(count, "policy", "policies");

    public static string Devices(int count) => Words.Count(count, "device", "devices");

    /// <summary>All of them, with the verb that fits: <c>All 3 computers have</c>, <c>The one computer has</c>.</summary>
    public static string All(int count, string one, string many, string has, string have) => count == 1 ? $"The one {one} {has}" : $"All {Words.Number(count)} {many} {have}";

    public static bool IsEverybodys(string policy) => policy.Equals(Everybody, StringComparison.OrdinalIgnoreCase);

    /// <summary>An answer with its findings, of which the first are kept: the sentence has counted all.</summary>
    public static CheckResult Answer(CheckOutcome outcome, string sentence, IEnumerable<Finding> findings) =>
        new(outcome, sentence, [.. findings.Take(MostFindings)]);

    /// <summary>Fail when something is wrong, unknown when only something is missing, pass otherwise.</summary>
    public static CheckResult Weigh(IReadOnlyList<Finding> wrong, IReadOnlyList<Finding> missing, string failed, string unknown, string passed) =>
        wrong.Count > 0 ? Answer(CheckOutcome.Fail, failed, [.. wrong, .. missing])
        : missing.Count > 0 ? Answer(CheckOutcome.Unknown, unknown, missing)
        : CheckResult.Pass(passed);
}
