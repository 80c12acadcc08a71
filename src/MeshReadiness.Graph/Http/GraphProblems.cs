using System.Globalization;
using System.Text.Json;
using Azure.Identity;
using MeshReadiness.Core.Outcomes;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Polly.Timeout;

namespace MeshReadiness.Graph.Http;

/// <summary>The one place that knows how asking Graph can fail, and how to say it.</summary>
internal static class GraphProblems
{
    private static readonly string[] ExpiredCodes = ["Directory_ExpiredPageToken", "resyncRequired", "syncStateNotFound"];

    /// <summary>Asks, and makes what can be expected to go wrong a <see cref="Problem"/>.</summary>
    public static async Task<Result<T>> CatchAsync<T>(GraphPermission call, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Explain(call, error) is { } problem)
        {
            return problem;
        }
    }

    private static Problem? Explain(GraphPermission call, Exception error) => error switch
    {
        ApiException api when IsExpiry(api) => new(ProblemKind.Expired,
            $"The link that GET {call.Endpoint} was to go on from has expired ({api.ResponseStatusCode}). Start the scan again."),
        LinkElsewhereException => new(ProblemKind.Expired,
            $"The link that GET {call.Endpoint} was to go on from leads to another address than the Graph that is configured now. Start the scan again."),
        ApiException api => Explain(call, api.ResponseStatusCode, (api as ODataError)?.Error?.Message),
        AskAgainLaterException later => new(ProblemKind.Throttled, string.Create(CultureInfo.InvariantCulture,
            $"Microsoft Graph wants no requests at GET {call.Endpoint} before {later.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Start the scan again after that.")),
        AuthenticationFailedException => new(ProblemKind.SignInNeeded,
            "Microsoft Entra ID gave the portal no token. Check Tenant:TenantId, Tenant:ClientId and the certificate or secret in the settings."),
        MalformedAnswerException malformed => Malformed(call, malformed.Message),
        JsonException json => Malformed(call, $"the body is no JSON at line {json.LineNumber + 1}, byte {json.BytePositionInLine}"),
        // What the typed readers say of half a surrogate pair, or of text where they know only objects.
        InvalidOperationException or FormatException => Malformed(call, error.Message.TrimEnd('.')),
        AggregateException { InnerException: { } inner } => Explain(call, inner),
        HttpRequestException or IOException or TimeoutRejectedException => new(ProblemKind.Unavailable,
            $"Microsoft Graph could not be reached for GET {call.Endpoint} after several tries. Check the network and start the scan again."),
        _ => null,
    };

    private static Problem Explain(GraphPermission call, int status, string? message) => status switch
    {
        401 => new(ProblemKind.SignInNeeded,
            $"Microsoft Graph refused the portal's token at GET {call.Endpoint} (401). Check that the app registration's certificate or secret is still valid."),
        403 => new(ProblemKind.ConsentNeeded,
            $"The permission {call.Name} is missing for GET {call.Endpoint} (403). Without it, {call.Purpose}. A Privileged Role Administrator can grant it to the portal's app registration."),
        404 => new(ProblemKind.NotFound,
            $"Microsoft Graph knows no GET {call.Endpoint} (404). Check Tenant:BaseUrl in the settings."),
        429 => new(ProblemKind.Throttled,
            $"Microsoft Graph still asked for fewer requests at GET {call.Endpoint} after several waits (429). Start the scan again in a few minutes."),
        >= 500 => new(ProblemKind.Unavailable,
            $"Microsoft Graph failed at GET {call.Endpoint} after several tries ({status}). Start the scan again later."),
        _ => new(ProblemKind.Malformed, $"Microsoft Graph refused GET {call.Endpoint} ({status}): {message ?? "no reason given"}"),
    };

    // A page link may run out with a 400 of its own name; what a delta link has to say comes with a 410.
    private static bool IsExpiry(ApiException error) =>
        error.ResponseStatusCode is 410
        || (error is ODataError { ResponseStatusCode: 400, Error.Code: { } code }
            && ExpiredCodes.Contains(code, StringComparer.OrdinalIgnoreCase));

    private static Problem Malformed(GraphPermission call, string what) => new(ProblemKind.Malformed,
        $"Microsoft Graph's answer to GET {call.Endpoint} can't be read: {what}. Nothing of it was stored. If it happens again, report it with the time.");
}
