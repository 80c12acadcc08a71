global using TaskWish = MeshReadiness.Web.Features.Rollouts.Wish<MeshReadiness.Core.Rollouts.TaskWork>;

using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>A change that somebody wants to make, of a task or of a note.</summary>
/// <param name="Seen">What there was when they began, as they saw it.</param>
/// <param name="Action">The audit record's word for it.</param>
/// <param name="Said">What was done once it is, in a few words.</param>
/// <param name="Edit">The change.</param>
public sealed record Wish<T>(T Seen, string Action, string Said, Func<T, Moment, Result<T>> Edit)
{
    /// <summary>The file that is handed in by it.</summary>
    public FiledEvidence? File { get; init; }
}

/// <summary>Wishes to change notes.</summary>
internal static class NoteWish
{
    /// <summary>A change of what a note says; its version is the store's matter.</summary>
    public static Wish<Note<T>> Of<T>(Note<T> seen, string action, string said, Func<T, Moment, Result<T>> edit) =>
        new(seen, action, said, (note, moment) => edit(note.Content, moment).Map(content => note with { Content = content }));
}
