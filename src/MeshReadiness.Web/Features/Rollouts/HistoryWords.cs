using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Lines of the audit record about a task, as sentences whose beginning is who did it.</summary>
internal static class HistoryWords
{
    private const string Comment = "comment.added";

    private static readonly JsonSerializerOptions Stored = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Of(AuditEntry entry) => entry.Action switch
    {
        "task.assigned" => "changed who owns it",
        "task.due" => "changed when it is due",
        "task.said" => "said how it goes",
        "task.edited" => "edited it",
        "task.attested" => "gave their word",
        "task.handedIn" => "handed in evidence",
        "task.takenBack" => "took evidence back",
        "task.riskAsked" => "asked to accept the risk",
        "task.riskApproved" => "approved the risk",
        "task.riskWithdrawn" => "took the risk back",
        "task.undone" => "undid the change before",
        Comment => "commented",
        "check.reopened" => "saw in the tenant that it isn't done any more",
        "check.closed" => "saw in the tenant that it is done",
        var other => other,
    };

    public static bool IsComment(AuditEntry entry) => entry.Action == Comment;

    public static bool IsTaskChange(AuditEntry entry) => entry.Action.StartsWith(RolloutStore.TaskAction, StringComparison.Ordinal);

    /// <summary>What was there before and after; <see langword="null"/> where the line doesn't hold it.</summary>
    public static ImmutableArray<WorkDifference>? Differences(AuditEntry entry) =>
        IsTaskChange(entry) && Read(entry.Before) is { } before && Read(entry.After) is { } after ? WorkWords.Differences(before, after) : null;

    private static TaskWork? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<TaskWork>(json, Stored);
        }
        catch (JsonException)
        {
            // An edition of the portal that writes it otherwise; the line itself still says what was done.
            return null;
        }
    }
}
