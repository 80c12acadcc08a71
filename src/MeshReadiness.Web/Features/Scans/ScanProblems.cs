using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>How a scan ends that nobody else has words for.</summary>
internal static class ScanProblems
{
    public const string MarkExpired = "The link from which changes can be asked for had run out.";

    public static Problem Cancelled { get; } = new(ProblemKind.Cancelled, "The scan was cancelled. Start it again when you are ready.");

    public static Problem Broken { get; } = new(
        ProblemKind.Unavailable, "The scan broke off by an error in the portal. The log has the details.");
}
