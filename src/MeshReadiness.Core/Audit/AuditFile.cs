using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Audit;

/// <summary>The audit record as a file: one line of JSON for each line of the record, oldest first.</summary>
public static class AuditFile
{
    /// <summary>A line of the file, without the line's end.</summary>
    public static string Write(AuditLine line) => JsonSerializer.Serialize(
        new FileLine(
            line.Number,
            line.Entry.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            line.Entry.Actor.ObjectId,
            line.Entry.Actor.DisplayName,
            line.Entry.Action,
            line.Entry.Subject,
            line.Entry.Detail,
            line.Entry.RolloutId,
            line.Entry.Before,
            line.Entry.After,
            line.Hash),
        AuditJson.Written.FileLine);

    /// <summary>Reads a line of a file.</summary>
    /// <param name="text">The line.</param>
    /// <param name="number">Which line of the file it is, from 1 on, for what is said when it can't be read.</param>
    public static Result<AuditLine> Read(string text, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(text, AuditJson.Default.FileLine) is { } line
                && DateTimeOffset.TryParse(line.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
                    ? new AuditLine(
                        line.Number,
                        new(at, new(line.ActorId, line.ActorName), line.Action, line.Subject, line.Detail, line.RolloutId, line.Before, line.After),
                        line.Hash)
                    : Broken(number, "it holds no moment under \"at\"");
        }
        catch (JsonException error)
        {
            return Broken(number, $"at position {error.BytePositionInLine.GetValueOrDefault() + 1}, {error.Message.Split(". Path")[0].TrimEnd('.')}");
        }
    }

    private static Problem Broken(int number, string why) => new(
        ProblemKind.Invalid, $"Line {number} is no line of an audit record: {why}. Expected one JSON object with number, at, actorId, actorName, action, subject and hash.");
}

/// <summary>A line as it is written into a file.</summary>
internal sealed record FileLine(
    [property: JsonRequired] long Number,
    [property: JsonRequired] string At,
    [property: JsonRequired] string ActorId,
    [property: JsonRequired] string ActorName,
    [property: JsonRequired] string Action,
    [property: JsonRequired] string Subject,
    string? Detail,
    Guid? RolloutId,
    string? Before,
    string? After,
    [property: JsonRequired] string Hash);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileLine))]
internal sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>Letters of all languages stay readable. The file is read by programs, never put into a page.</summary>
    public static AuditJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
