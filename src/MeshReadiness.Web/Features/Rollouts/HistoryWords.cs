using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Audit;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>What lines of the audit record say about a task.</summary>
internal static class HistoryWords
{
    public static bool IsComment(AuditEntry entry) => entry.Action == AuditWords.Comment;

    public static bool IsTaskChange(AuditEntry entry) => entry.Action.StartsWith(RolloutStore.TaskAction, StringComparison.Ordinal);

    /// <summary>What was there before and after; <see langword="null"/> where the line doesn't hold it.</summary>
    public static ImmutableArray<WorkDifference>? Differences(AuditEntry entry) =>
        IsTaskChange(entry) && RolloutStore.WorkIn(entry.Before) is { } before && RolloutStore.WorkIn(entry.After) is { } after
            ? WorkWords.Differences(before, after)
            : null;

    /// <summary>The same of a note.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="notes">Reads what it holds.</param>
    /// <param name="differences">Puts two of them side by side.</param>
    public static ImmutableArray<WorkDifference>? Differences<T>(AuditEntry entry, RolloutNotes<T> notes, Func<T, T, ImmutableArray<WorkDifference>> differences)
        where T : class, IRolloutNote<T> => notes.In(entry) is var (before, after) ? differences(before, after) : null;
}
