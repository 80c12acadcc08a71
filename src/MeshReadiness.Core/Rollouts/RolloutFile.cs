using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Rollouts;

/// <summary>A rollout with everything that belongs to it, as one JSON document that another portal can take in.</summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="FormatVersion">The edition of this format.</param>
/// <param name="Rollout">The rollout.</param>
/// <param name="Work">What people said about its tasks.</param>
/// <param name="Comments">What they said beside it, oldest first.</param>
/// <param name="Files">The files behind evidence.</param>
/// <param name="History">Its lines in the audit record, oldest first.</param>
public sealed record RolloutFile(
    [property: JsonRequired] string Format,
    [property: JsonRequired] int FormatVersion,
    [property: JsonRequired] Rollout Rollout,
    [property: JsonRequired] ImmutableArray<TaskWork> Work,
    [property: JsonRequired] ImmutableArray<FiledComment> Comments,
    [property: JsonRequired] ImmutableArray<FiledEvidence> Files,
    [property: JsonRequired] ImmutableArray<AuditEntry> History)
{
    /// <summary>What tells such a file from others.</summary>
    public const string Name = "meshreadiness-rollout";

    /// <summary>The edition that is written here, and the newest that can be read.</summary>
    public const int Newest = 2;

    /// <summary>How far it has come with the contacts. Not in the first edition of the format.</summary>
    public ImmutableArray<Outreach> Contacts { get; init; } = [];

    /// <summary>What was decided. Not in the first edition of the format.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>How many bytes a file behind evidence may have.</summary>
    public const int LargestFile = FileCheck.Largest;

    /// <summary>The document.</summary>
    public string Write() => JsonSerializer.Serialize(this, RolloutJson.Written.RolloutFile);

    /// <summary>Reads a document and makes sure that all of it can be taken in.</summary>
    /// <param name="text">The document.</param>
    /// <param name="playbooks">The playbooks that there are here.</param>
    public static Result<RolloutFile> Read(string text, IEnumerable<Playbook> playbooks)
    {
        RolloutFile? file;

        try
        {
            // An edition that is too new may not even have the shape of this one.
            using var document = JsonDocument.Parse(text);

            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty("format", out var format) || format.ToString() != Name)
            {
                return Refused($"This is no exported rollout: it doesn't say \"format\": \"{Name}\". Give the file that Export on the page Rollout makes.");
            }

            if (document.RootElement.TryGetProperty("formatVersion", out var version) && version.TryGetInt32(out var edition) && edition > Newest)
            {
                return Refused($"This file was made by a newer portal (format {edition}; this portal reads up to {Newest}). Bring this portal up to date, then import again.");
            }

            file = document.RootElement.Deserialize(RolloutJson.Default.RolloutFile);
        }
        catch (JsonException error)
        {
            return Refused($"The file is broken at line {error.LineNumber.GetValueOrDefault() + 1}, position {error.BytePositionInLine.GetValueOrDefault() + 1}: "
                + $"{error.Message.Split(" Path:")[0].Split(" LineNumber")[0].TrimEnd('.')}. Export it again.");
        }

        return file is null ? Refused("The file is empty.")
            : WhyNot(file, playbooks) is { } problem ? problem
            : file;
    }

    private static Problem? WhyNot(RolloutFile file, IEnumerable<Playbook> playbooks)
    {
        if (playbooks.FirstOrDefault(one => one.Id == file.Rollout.PlaybookId) is not { } playbook)
        {
            return Refused($"The rollout follows the playbook {file.Rollout.PlaybookId}, which this portal doesn't have.");
        }

        if (file.Rollout.PlaybookVersion > playbook.Version)
        {
            return Refused($"The rollout follows version {file.Rollout.PlaybookVersion} of the playbook {playbook.Id}; this portal has {playbook.Version}. Bring it up to date, then import again.");
        }

        var evidence = file.Work.SelectMany(work => work.Evidence).Select(one => one.Id).ToHashSet();
        var stray = file.Files.FirstOrDefault(one => !evidence.Contains(one.EvidenceId));

        return file.Rollout.Name.Trim() is not { Length: > 0 and <= RolloutEdit.LongestName }
                ? Refused($"The rollout's name must have 1 to {RolloutEdit.LongestName} characters.")
            : file.Work.GroupBy(work => work.TaskId).FirstOrDefault(group => group.Count() > 1) is { } twice
                ? Refused($"The task {twice.Key} is in the file twice.")
            : file.Comments.FirstOrDefault(comment => comment.Text.Length is 0 or > TaskEdit.LongestText) is { } comment
                ? Refused($"A comment on {comment.TaskId} has {comment.Text.Length} characters; 1 to {TaskEdit.LongestText} can be kept.")
            : file.Files.FirstOrDefault(one => one.Content.Length > LargestFile) is { } large
                ? Refused($"The file {large.Name} has {large.Content.Length / 1024 / 1024} MB; up to {LargestFile / 1024 / 1024} MB can be kept.")
            : file.Files.FirstOrDefault(one => Convert.ToHexStringLower(SHA256.HashData(one.Content)) != one.Hash) is { } changed
                ? Refused($"The content of {changed.Name} isn't what its hash says: the export was changed or damaged. Export it again.")
            : file.Files.Select(WhyNot).FirstOrDefault(problem => problem is not null) is { } lying ? lying
            : DecisionRules.WhyNot(file, playbook) is { } decision ? decision
            : stray is not null ? Refused($"The file {stray.Name} belongs to no evidence in this rollout.")
            : OutreachFile.WhyNot(file, playbook) is { } contacts ? Refused(contacts)
            : null;
    }

    // A document that somebody made by hand can say of a file what it likes.
    private static Problem? WhyNot(FiledEvidence file) =>
        FileCheck.Look(file.Name, file.Content) is var look && !look.TryGet(out var kind) ? look.Problem
        : kind.ContentType == file.ContentType ? null
        : Refused($"The file {file.Name} is {kind.Words}, and the export says {file.ContentType} of it. Export it again.");

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}

/// <summary>A comment in an exported rollout.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Text">What.</param>
public sealed record FiledComment(string TaskId, DateTimeOffset At, Actor By, string Text);

/// <summary>A file behind evidence.</summary>
/// <param name="EvidenceId">The evidence.</param>
/// <param name="Name">The file's name.</param>
/// <param name="ContentType">What its content is.</param>
/// <param name="Hash">SHA-256 of the content, as 64 hexadecimal digits.</param>
/// <param name="Content">The content.</param>
public sealed record FiledEvidence(Guid EvidenceId, string Name, string ContentType, string Hash, byte[] Content);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RolloutFile))]
internal sealed partial class RolloutJson : JsonSerializerContext
{
    /// <summary>Indented, and letters of all languages stay readable.</summary>
    public static RolloutJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
