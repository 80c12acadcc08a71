using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>A change as a word for addresses, so that a link holds all of it and going back undoes an edit.</summary>
internal static class ChangeCode
{
    /// <summary>No change of a few policies is larger than this, unpacked; what is comes from somebody who means ill.</summary>
    private const int MostBytes = 512 * 1024;

    /// <summary>The word.</summary>
    public static string Write(PolicyChange change)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(change.Drafts.Select(draft => new Packed(draft.ReplacesId, draft.Policy.Source)));
        using var packed = new MemoryStream();

        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
        {
            deflate.Write(json);
        }

        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The change behind a word; a problem when it isn't one.</summary>
    public static Result<PolicyChange> Read(string code)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(code)), CompressionMode.Decompress);
            var json = new byte[MostBytes];
            var length = deflate.ReadAtLeast(json, MostBytes, throwOnEndOfStream: false);

            if (length == MostBytes || JsonSerializer.Deserialize<Packed[]>(json.AsSpan(0, length)) is not { Length: > 0 } drafts)
            {
                return Broken;
            }

            var read = drafts.Select(draft => PolicyDraft.Read(draft.Replaces, draft.Policy.GetRawText())).ToList();
            return read.FirstOrDefault(draft => !draft.Succeeded) is { } failed ? failed.Problem : new PolicyChange([.. read.Select(draft => draft.Value)]);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or JsonException)
        {
            return Broken;
        }
    }

    private static Problem Broken => new(ProblemKind.Invalid, "This address doesn't hold a whole change. It may have been cut off when it was copied.");

    private sealed record Packed(string? Replaces, JsonElement Policy);
}
