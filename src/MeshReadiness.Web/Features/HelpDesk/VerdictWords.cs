using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Verdicts as addresses and requests write them: by name, whatever the capitals, and never as a number.</summary>
internal static class VerdictWords
{
    /// <summary>The verdict of this name; <see langword="null"/> when there is none.</summary>
    public static Verdict? Parse(string? word) => Enum.GetValues<Verdict>()
        .Select(verdict => (Verdict?)verdict)
        .FirstOrDefault(verdict => verdict.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));
}
