using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>What a program may say when it asks for a scan. It may also say nothing.</summary>
/// <param name="Kind">How much to read; without it, everything.</param>
internal sealed record ScanWish(ScanKind? Kind = null)
{
    private const int LongestBody = 1024;

    private static readonly Problem Unusable = new(
        ProblemKind.Invalid, "kind must be full or incremental, for example {\"kind\":\"incremental\"}; without a body everything is read.");

    /// <summary>Reads the kind from a request's body, which may be empty. Whatever else it holds is answered with what it may hold.</summary>
    public static async Task<Result<ScanKind>> ReadKindAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken cancellationToken)
    {
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);

        try
        {
            return length == 0 ? ScanKind.Full
                : length > LongestBody ? Unusable
                : JsonSerializer.Deserialize<ScanWish>(body.AsSpan(0, length), json) is { } wish ? wish.Kind ?? ScanKind.Full
                : Unusable;
        }
        catch (JsonException)
        {
            return Unusable;
        }
    }
}
