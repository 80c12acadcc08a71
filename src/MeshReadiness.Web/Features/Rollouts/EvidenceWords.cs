using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Files;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Files and exports as the screens name them.</summary>
internal static class EvidenceWords
{
    /// <summary>What an export says about its task.</summary>
    public static (Tone Tone, string Word) Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Pass => (Tone.Good, "Says that it is done"),
        CheckOutcome.Fail => (Tone.Bad, "Says that it isn't done"),
        CheckOutcome.Unknown => (Tone.Unknown, "Leaves it open"),
        _ => (Tone.Neutral, "Nothing to decide"),
    };

    /// <summary>A kind of file without its article: <c>PDF document</c>.</summary>
    public static string Kind(string contentType)
    {
        var words = FileKind.Of(contentType)?.Words ?? "a file";
        var name = words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return words.StartsWith("plain", StringComparison.Ordinal) ? "Plain text" : char.ToUpperInvariant(name[0]) + name[1..];
    }
}
