using System.Text;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Files;

/// <summary>Reads a file that holds an answer of Microsoft Graph, or says in one sentence where it isn't one.</summary>
internal static class GraphFile
{
    public static Result<T> Read<T>(string name, byte[] content, string hint, Func<FileItems, T> map)
    {
        try
        {
            var json = Utf8(content);

            if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                return new Problem(ProblemKind.Invalid, $"{name} is empty. {hint}");
            }

            CheckWhole(json.Span);
            return map(FileItems.Split(json));
        }
        catch (JsonException error)
        {
            return new Problem(
                ProblemKind.Invalid, $"{name}, line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: this isn't valid JSON. {hint}");
        }
        catch (Exception error) when (error is MalformedAnswerException or DecoderFallbackException or InvalidOperationException)
        {
            // The last two are half a character, the one in the file's bytes and the other as an escape.
            return new Problem(
                ProblemKind.Invalid, $"{name}: {(error is MalformedAnswerException ? error.Message : "it holds half a character")}. {hint}");
        }
    }

    // Windows PowerShell writes what it redirects as UTF-16. JSON begins with a plain character, so without a byte order mark
    // the first zero tells.
    private static ReadOnlyMemory<byte> Utf8(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => content.AsMemory(3),
        [0xFF, 0xFE, ..] => Utf16(content.AsSpan(2), bigEndian: false),
        [0xFE, 0xFF, ..] => Utf16(content.AsSpan(2), bigEndian: true),
        [not 0, 0, ..] => Utf16(content, bigEndian: false),
        [0, not 0, ..] => Utf16(content, bigEndian: true),
        _ => content,
    };

    private static byte[] Utf16(ReadOnlySpan<byte> content, bool bigEndian) =>
        Encoding.UTF8.GetBytes(new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(content));

    private static void CheckWhole(ReadOnlySpan<byte> file)
    {
        var json = new Utf8JsonReader(file);

        while (json.Read())
        {
        }
    }
}
