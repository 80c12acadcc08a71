namespace MeshReadiness.Playbooks.Reading;

/// <summary>One task that waits for another.</summary>
/// <param name="At">Where the file says so.</param>
/// <param name="From">The id of the task that waits.</param>
/// <param name="To">The id of the task that must be done first.</param>
internal sealed record TaskLink(JsonCursor At, string From, string To);
