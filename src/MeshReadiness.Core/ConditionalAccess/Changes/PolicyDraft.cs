using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>A policy as somebody would like it to be. It is never applied to a tenant; it is tried, and handed on as text.</summary>
/// <param name="ReplacesId">The id of the policy that it is a copy of; <see langword="null"/> for one that would be new.</param>
/// <param name="Policy">The policy.</param>
public sealed record PolicyDraft(string? ReplacesId, ConditionalAccessPolicy Policy)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy as JSON on many lines.</summary>
    public string Json => JsonSerializer.Serialize(Policy.Source, Indented);

    /// <summary>A copy of a policy, to change.</summary>
    public static PolicyDraft Of(ConditionalAccessPolicy policy) => new(policy.Id, policy);

    /// <summary>A draft with another text; a problem that says in one sentence what is wrong with it.</summary>
    public static Result<PolicyDraft> Read(string? replacesId, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var policy = PolicyReader.Read(document.RootElement);

            return !policy.TryGet(out var read) ? policy.Problem
                : read.Filter?.Error is { } error ? new Problem(ProblemKind.Invalid, $"The device filter isn't a rule. {error.Message}")
                : new PolicyDraft(replacesId, read);
        }
        catch (JsonException error)
        {
            return new Problem(ProblemKind.Invalid, $"It isn't JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        }
    }

    /// <summary>The draft after an edit of its JSON.</summary>
    /// <param name="edit">Changes the object that it is given, which is a copy.</param>
    public Result<PolicyDraft> With(Action<JsonObject> edit)
    {
        var copy = JsonObject.Create(Policy.Source.Clone())!;
        edit(copy);
        return Read(ReplacesId, copy.ToJsonString());
    }
}
