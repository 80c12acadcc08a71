using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MeshReadiness.Core.Rollouts;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Notes as rows, and back.</summary>
internal static class NoteRows
{
    public static Note<T> ToNote<T>(RolloutNoteRecord record)
        where T : class, IRolloutNote<T> => new(Read<T>(record.Content), record.Version);

    public static RolloutNoteRecord ToRecord<T>(Guid rolloutId, T note)
        where T : class, IRolloutNote<T> => new() { RolloutId = rolloutId, Kind = T.Kind, Key = note.Key, Content = Json(note), Version = 1 };

    /// <summary>The rows of one kind in a rollout.</summary>
    public static IQueryable<RolloutNoteRecord> Of<T>(MeshReadinessDbContext db, Guid rolloutId)
        where T : class, IRolloutNote<T>
    {
        var kind = T.Kind;
        return db.RolloutNotes.Where(note => note.RolloutId == rolloutId && note.Kind == kind);
    }

    /// <summary>All notes of one kind, in the order of their keys.</summary>
    public static async Task<ImmutableArray<T>> AllAsync<T>(MeshReadinessDbContext db, Guid rolloutId, CancellationToken cancellationToken)
        where T : class, IRolloutNote<T>
    {
        var contents = await Of<T>(db, rolloutId).AsNoTracking().OrderBy(note => note.Key).Select(note => note.Content).ToListAsync(cancellationToken);
        return [.. contents.Select(Read<T>)];
    }

    public static string Json<T>(T note) => JsonSerializer.Serialize(note, Shape<T>());

    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, Shape<T>())!;

    private static JsonTypeInfo<T> Shape<T>() => (JsonTypeInfo<T>)StoredJson.Default.GetTypeInfo(typeof(T))!;
}
