using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Several edits of a task as one change, which is stored, told and undone as a whole.</summary>
internal static class TaskEdits
{
    public static Func<TaskWork, Moment, Result<TaskWork>> All(
        Func<TaskWork, Result<TaskWork>>? assign, Func<TaskWork, Moment, Result<TaskWork>>? setDue, Func<TaskWork, Result<TaskWork>>? say) =>
        (work, moment) => TaskEdit.Together(
            work,
            new[] { assign, setDue is null ? null : dated => setDue(dated, moment), say }.OfType<Func<TaskWork, Result<TaskWork>>>());

    /// <summary>What was done, for the visitor who did it.</summary>
    public static string Said(bool hasOwner, Actor? owner, bool hasDue, DateOnly? due, TaskIntent? intent) => string.Join(", ", new[]
    {
        hasOwner ? $"owner {owner?.DisplayName ?? WorkWords.Nobody}" : null,
        hasDue ? due is { } day ? $"due {Format.Day(day)}" : "due as suggested" : null,
        intent is { } said ? WorkWords.Of(said).ToLowerInvariant() : null,
    }.OfType<string>()) + ".";
}
